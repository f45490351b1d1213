import { handleCommand } from '../../../domain/command-handling/handle-command'
import { messageAggregate } from '../../../domain/message/message-aggregate'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import type { UseCaseDependencies } from '../../../domain/use-cases/use-case-dependencies'
import { idsOfPendingMessages, pageOfPendingMessages } from '../../../projections/messages/message-queries'
import { recipientOfMessage } from '../../../projections/messages/recipient-of-message'
import type { MessageRow } from '../../../projections/messages/message-table'
import { runPeriodicTask } from '../../processes/leases/run-periodic-task'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import { createChannelStates } from '../../processes/messages/channel-states'
import type { MessageSenders, OutcomePorts } from '../../processes/messages/message-sending-ports'
import { createMessageWaits } from '../../processes/messages/message-waits'
import { isAnyToTry, sendPendingMessages } from '../../processes/messages/send-pending-messages'
import type { MessageOperations } from '../../processes/running-library/message-operations'
import type { LibraryStores } from '../stores/library-stores'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import { queryWhenCaughtUp } from '../use-cases/query-when-caught-up'
import { channelsWithSender, routeOfMessage } from './library-senders'
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

interface MessageDependencies {
  readonly stores: LibraryStores
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  readonly renderMessage: RenderMessage
  readonly messageStores: MessageStores
  readonly messageSenders: Partial<MessageSenders>
  readonly messageTime: MonotonicClock
  readonly alarm: AlarmReporter
}

const pageSize = 100

/** Creates what writes and sends messages. */
export const createMessageOperations = (
  { commandHandling, policy }: UseCaseDependencies,
  { stores, projectorGroup, renderMessage, messageStores, messageSenders, messageTime, alarm }: MessageDependencies,
): MessageOperations => {
  const { rows } = stores.readModels
  const { outbox, digitalPostStore, digitalPost } = messageStores
  const today = commandHandling.clock.today
  const query = queryWhenCaughtUp(rows, projectorGroup.catchUp)
  const channels = createChannelStates(messageTime)
  const createPorts = (record: OutcomePorts['record']): OutcomePorts => ({
    ...{ record, today, channels, waits: createMessageWaits(messageTime, channels) },
    unrecorded: new Map(),
    alarmChannelFails: (channel, reason) => alarm('MessagesNotSent', { channel, reason }),
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
      await runPeriodicTask(
        stores.coordination.leases,
        alarm,
      )({
        ...{ lease: messageLeaseName, isStopping },
        run: async (mayContinue) => {
          const dependencies = prepareWith(senders)
          await sendPendingMessages({ ...ofMessages, mayContinue, prepare: prepareMessage(dependencies) })
          await sendPendingMessages({ ...ofNotices, mayContinue, prepare: prepareNotice(dependencies) })
        },
      })
    },
  }
}
