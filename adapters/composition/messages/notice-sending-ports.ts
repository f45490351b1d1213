import * as TE from 'fp-ts/TaskEither'
import { handleCommand, type CommandHandlingDependencies } from '../../../domain/command-handling/handle-command'
import { isFinalReason } from '../../../domain/message/sending-failure-reason'
import { noticeAggregate } from '../../../domain/notice/notice-aggregate'
import type { Day } from '../../../domain/values/day'
import type { MessageId, NoticeId } from '../../../domain/values/ids'
import { idsOfPendingNotices, noticesToSend } from '../../../projections/notices/notice-queries'
import type { NoticeRow } from '../../../projections/notices/notice-table'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { OutcomePorts, PendingMessage } from '../../processes/messages/message-sending-ports'

/** A notice as the sending sees it: a message with the id of the notice. */
export type PendingNotice = NoticeRow & PendingMessage

const noticeIdOf = (message: MessageId): NoticeId => message as string as NoticeId

/** The notices that are pending, as messages. */
export const idsOfNoticesToSend = (rows: ReadModelRows): ReadonlyArray<MessageId> =>
  idsOfPendingNotices(rows) as ReadonlyArray<string> as ReadonlyArray<MessageId>

/** The log of people knows no day. So a notice is tried as long as it is not forgotten, as if it were made today. */
const toPendingNotice =
  (today: Day) =>
  (row: NoticeRow): PendingNotice => ({
    ...row,
    ...{ message: row.notice as string as MessageId, madeOn: today, reason: null },
  })

/** A page of the notices to send, after the last one of the page before, in the order of their random ids. */
export const pageOfPendingNotices =
  (today: Day) =>
  (last: PendingNotice | undefined, limit: number) =>
  (rows: ReadModelRows): ReadonlyArray<PendingNotice> =>
    noticesToSend(last?.notice, limit)(rows).map(toPendingNotice(today))

/** Records what became of a notice. An attempt after which it is tried again leaves nothing in the log of people. */
export const recordOutcomeOfNotice =
  (commandHandling: CommandHandlingDependencies): OutcomePorts['record'] =>
  (command) => {
    const notice = noticeIdOf(command.message)
    const handle = handleCommand(commandHandling)(noticeAggregate)(notice)
    switch (command.type) {
      case 'RecordMessageSent':
        // No notice goes by Digital Post.
        return command.channel === 'digitalPost'
          ? TE.right(undefined)
          : handle({ type: 'RecordNoticeSent', notice, channel: command.channel, address: command.address })
      case 'RecordFailedAttempt':
        return isFinalReason(command.reason)
          ? handle({ type: 'RecordNoticeFailed', notice, reason: command.reason })
          : TE.right(undefined)
      case 'RecordLetterPrinted':
        return handle({ type: 'RecordNoticePrinted', notice })
    }
  }
