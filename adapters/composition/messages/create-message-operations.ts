import { handleCommand } from '../../../domain/command-handling/handle-command'
import { messageAggregate } from '../../../domain/message/message-aggregate'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import type { UseCaseDependencies } from '../../../domain/use-cases/use-case-dependencies'
import { idsOfPendingMessages, pageOfPendingMessages } from '../../../projections/messages/message-queries'
import { recipientOfMessage } from '../../../projections/messages/recipient-of-message'
import type { MessageRow } from '../../../projections/messages/message-table'
import { runTaskUnderLease } from '../../processes/leases/run-task-under-lease'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { MessageSenders, OutcomePorts } from '../../processes/messages/message-sending-ports'
import { createMessageWaits } from '../../processes/messages/message-waits'
import { isAnyToTry, sendPendingMessages } from '../../processes/messages/send-pending-messages'
import type { MessageOperations } from '../../processes/running-library/message-operations'
import type { LibraryStores } from '../stores/library-stores'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import { queryWhenCaughtUp } from '../use-cases/query-when-caught-up'
import { channelsWithSender, routeOfMessage, senderChannels } from './library-senders'
import type { MessageChannels } from './message-channels'
import { messageLeaseName } from './message-lease-name'
import type { MessageStores } from './message-stores'
import {
  idsOfNoticesToSend,
  pageOfPendingNotices,
  recordOutcomeOfNotice,
  type PendingNotice,
} from './notice-sending-ports'
import { prepareMessage, type PrepareDependencies } from './prepare-message'
import { prepareNotice } from './prepare-notice'

interface MessageDependencies extends Omit<MessageChannels, 'handOvers'> {
  readonly stores: LibraryStores
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  readonly renderMessage: RenderMessage
  readonly messageStores: MessageStores
  readonly alarm: AlarmReporter
}

const pageSize = 100

/** Creates what writes and sends messages. */
export const createMessageOperations = (
  { commandHandling, policy }: UseCaseDependencies,
  dependencies: MessageDependencies,
): MessageOperations => {
  const { stores, projectorGroup, renderMessage, messageStores, alarm } = dependencies
  const { messageSenders, messageTime, channels, alarmChannelFails } = dependencies
  const { rows } = stores.readModels
  const { outbox, digitalPostStore, digitalPost } = messageStores
  const today = commandHandling.clock.today
  const query = queryWhenCaughtUp(rows, projectorGroup.catchUp)
  const createPorts = (record: OutcomePorts['record']): OutcomePorts => ({
    ...{ record, today, channels, alarmChannelFails, waits: createMessageWaits(messageTime, channels) },
    unrecorded: new Map(),
  })
  const ofMessages = {
    ...createPorts((command) => handleCommand(commandHandling)(messageAggregate)(command.message)(command)),
    idsOfPending: () => idsOfPendingMessages(rows),
    pageOfPending: (last: MessageRow | undefined) => query(pageOfPendingMessages(last, pageSize)),
  }
  const ofNotices = {
    ...createPorts(recordOutcomeOfNotice(commandHandling)),
    idsOfPending: () => idsOfNoticesToSend(rows),
    pageOfPending: (last: PendingNotice | undefined) => query(pageOfPendingNotices(today())(last, pageSize)),
  }
  const outboxSenders: MessageSenders = { email: outbox.sender('email'), sms: outbox.sender('sms') }
  const prepareWith = (senders: Partial<MessageSenders>): PrepareDependencies => ({
    ...{ rows, keys: commandHandling.keys, render: renderMessage, today, digitalPost },
    policy: () => policy(today()),
    senders: { ...outboxSenders, ...senders },
    addressed: channelsWithSender(senders),
  })
  return {
    render: renderMessage,
    sendsBy: senderChannels(messageSenders),
    isLetter: (row) => {
      const recipient = recipientOfMessage(policy(today()).guardians, today())(row)(rows)
      if (recipient === undefined) return false
      const toRoute = { addressed: channelsWithSender(messageSenders), digitalPost }
      return routeOfMessage(toRoute, today())(row, recipient)?.channel === 'letter'
    },
    sendPending: async (senders, isStopping = () => false) => {
      await outbox.removeForgotten()
      await digitalPostStore.removeForgotten()
      if (![isAnyToTry(ofMessages), isAnyToTry(ofNotices)].includes(true)) return
      await runTaskUnderLease(
        stores.coordination.leases,
        alarm,
      )({
        ...{ lease: messageLeaseName, isStopping },
        run: async (mayContinue) => {
          const toPrepare = prepareWith(senders)
          await sendPendingMessages({ ...ofMessages, mayContinue, prepare: prepareMessage(toPrepare) })
          await sendPendingMessages({ ...ofNotices, mayContinue, prepare: prepareNotice(toPrepare) })
        },
      })
    },
  }
}
