import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { MessageRefusal } from '../message/message-refusal'
import { noticeAggregate } from '../notice/notice-aggregate'
import type { NoticeEvent } from '../notice/notice-event'
import type { NoticeId } from '../values/ids'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'

/** Staff have printed a notice to a borrower who can be reached neither by e-mail nor by SMS, and send it. */
export const printNotice =
  (dependencies: UseCaseDependencies) =>
  ({
    notice,
    at,
    origin,
  }: CommandMetadata & { readonly notice: NoticeId }): UseCaseResult<MessageRefusal, NoticeEvent> =>
    runUseCaseWithIds(dependencies)({ at, origin }, () => streamAddressOfAggregate(noticeAggregate)(notice))(
      ({ cause }) =>
        handleCommand(dependencies.commandHandling)(noticeAggregate)(notice, cause)({
          type: 'RecordNoticePrinted',
          notice,
        }),
    )
