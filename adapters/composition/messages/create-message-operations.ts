import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { handleCommand } from '../../../domain/command-handling/handle-command'
import { messageAggregate } from '../../../domain/message/message-aggregate'
import { sendingChannels, type SendingChannel } from '../../../domain/ports/message-sender'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import type { UseCaseDependencies } from '../../../domain/use-cases/use-case-dependencies'
import { isMessageToSend, messagesToSend } from '../../../projections/messages/message-queries'
import { isNoticeToSend } from '../../../projections/notices/notice-queries'
import { runIfLeaseIsFree } from '../../processes/leases/with-lease'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { MessageSenders, MessageSendingPorts } from '../../processes/messages/message-sending-ports'
import { createRetryTimes } from '../../processes/messages/retry-times'
import { sendPendingMessages } from '../../processes/messages/send-pending-messages'
import type { MessageOperations } from '../../processes/running-library/message-operations'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import type { LibraryStores } from '../stores/library-stores'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import { queryWhenCaughtUp } from '../use-cases/query-when-caught-up'
import { messageLeaseName } from './message-lease-name'
import { pendingNotices, recordOutcomeOfNotice } from './notice-sending-ports'
import type { Outbox } from './outbox'
import { prepareMessage } from './prepare-message'
import { prepareNotice } from './prepare-notice'

interface MessageDependencies {
  readonly stores: LibraryStores
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  readonly renderMessage: RenderMessage
  readonly outbox: Outbox
  readonly alarm: AlarmReporter
}

/** With neither a mail server nor a gateway every message goes to the outbox; with one of them, what goes by it. */
const channelsWithSender = (senders: Partial<MessageSenders>): ReadonlyArray<SendingChannel> => {
  const channels = sendingChannels.filter((channel) => senders[channel] !== undefined)
  return channels.length === 0 ? sendingChannels : channels
}

/** Creates what writes and sends messages. */
export const createMessageOperations = (
  { commandHandling, policy }: UseCaseDependencies,
  { stores, projectorGroup, renderMessage, outbox, alarm }: MessageDependencies,
): MessageOperations => {
  const { rows } = stores.readModels
  const today = commandHandling.clock.today
  const query = queryWhenCaughtUp(rows, projectorGroup.catchUp)
  const branches = () => policy(today()).branches
  const createPorts = (
    record: MessageSendingPorts['record'],
  ): Omit<MessageSendingPorts, 'pending' | 'senders' | 'prepare' | 'mayContinue'> => ({
    record,
    today,
    retries: createRetryTimes(machineMonotonicClock),
    unrecorded: new Set(),
    alarmChannelFails: (channel, reason) => alarm('MessagesNotSent', { channel, reason }),
  })
  const ofMessages = {
    ...createPorts((command) => handleCommand(commandHandling)(messageAggregate)(command.message)(command)),
    pending: pipe(query(messagesToSend), TE.map(commandHandling.random.shuffle)),
  }
  const ofNotices = {
    ...createPorts(recordOutcomeOfNotice(commandHandling)),
    pending: pendingNotices(commandHandling, query),
  }
  const outboxSenders: MessageSenders = { email: outbox.sender('email'), sms: outbox.sender('sms') }
  const toPrepare = { rows, keys: commandHandling.keys, render: renderMessage, branches }
  const alarmLeaseEndTooFar = () => alarm('LeaseEndTooFar', { lease: messageLeaseName })
  return {
    render: renderMessage,
    sendPending: async (senders, isStopping = () => false) => {
      outbox.removeForgotten()
      if (!isMessageToSend(rows) && !isNoticeToSend(rows)) return
      await runIfLeaseIsFree(stores.coordination.leases, alarmLeaseEndTooFar)(messageLeaseName)((holdsLease) =>
        TE.fromTask(async () => {
          const ports = {
            senders: { ...outboxSenders, ...senders },
            mayContinue: async () => !isStopping() && E.getOrElse(() => false)(await holdsLease()),
          }
          const dependencies = { ...toPrepare, channels: channelsWithSender(senders) }
          await sendPendingMessages({ ...ofMessages, ...ports, prepare: prepareMessage(dependencies) })
          await sendPendingMessages({ ...ofNotices, ...ports, prepare: prepareNotice(dependencies) })
        }),
      )()
    },
  }
}
