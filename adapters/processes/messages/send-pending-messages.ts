import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import { isTriedAgain } from '../../../domain/message/commands/record-failed-attempt'
import { isTooLateToSend } from '../../../domain/message/longest-sending-days'
import { isFailureOfChannel, type SendingFailureReason } from '../../../domain/message/sending-failure-reason'
import { sendingChannels, type SendingChannel } from '../../../domain/ports/message-sender'
import type { MessageSendingPorts, PendingMessage, PreparedMessage } from './message-sending-ports'

type ReadyMessage = Extract<PreparedMessage, { readonly _tag: 'Ready' }>

/** What the sending of one message needs. */
type RecordingPorts = Omit<MessageSendingPorts, 'pending' | 'prepare'>

/** Why a channel has failed during this run. */
type ChannelFailures = Map<SendingChannel, SendingFailureReason>

const recordFailure = async (ports: RecordingPorts, { message }: PendingMessage, reason: SendingFailureReason) => {
  ports.retries.noteFailure(message)
  await ports.record({ type: 'RecordFailedAttempt', message, reason, on: ports.today() })()
}

const recordSent = async (ports: RecordingPorts, { channel, outgoing: { message, address } }: ReadyMessage) => {
  ports.unrecorded.add(message)
  const recorded = await ports.record({ type: 'RecordMessageSent', message, channel, address, on: ports.today() })()
  if (E.isRight(recorded)) ports.unrecorded.delete(message)
}

const noteChannelFailure = (
  { retries, alarmChannelFails }: RecordingPorts,
  failures: ChannelFailures,
  channel: SendingChannel,
  reason: SendingFailureReason,
): void => {
  failures.set(channel, reason)
  if (retries.noteFailure(channel) === 1) alarmChannelFails(channel, reason)
}

const sendReadyMessage = async (
  ports: RecordingPorts,
  failures: ChannelFailures,
  row: PendingMessage,
  { channel, outgoing }: ReadyMessage,
): Promise<void> => {
  const channelFailure = failures.get(channel)
  if (channelFailure !== undefined) {
    // Nothing is tried by a channel that has just failed; but a message is given up on its last day.
    if (!isTriedAgain(row.madeOn, ports.today(), channelFailure)) return recordFailure(ports, row, channelFailure)
    return ports.retries.waitLike(channel, row.message)
  }
  if (!ports.retries.isDue(channel)) return ports.retries.waitLike(channel, row.message)
  const sent = await ports.senders[channel].send(outgoing)()
  if (E.isRight(sent)) {
    ports.retries.noteSuccess(channel)
    return recordSent(ports, { _tag: 'Ready', channel, outgoing })
  }
  const { reason } = sent.left
  if (isFailureOfChannel(reason)) noteChannelFailure(ports, failures, channel, reason)
  await recordFailure(ports, row, reason)
}

const handlePendingMessage = async (
  ports: RecordingPorts,
  failures: ChannelFailures,
  row: PendingMessage,
  prepared: PreparedMessage,
): Promise<void> => {
  switch (prepared._tag) {
    case 'Gone':
      return
    case 'Refused':
      return recordFailure(ports, row, prepared.reason)
    case 'Ready':
      if (ports.unrecorded.has(row.message)) return recordSent(ports, prepared)
      return isTooLateToSend(row.madeOn)(ports.today())
        ? recordFailure(ports, row, 'tooLate')
        : sendReadyMessage(ports, failures, row, prepared)
  }
}

/** Drops from memory what is known of messages that are not pending. */
const keepOnlyPending = ({ retries, unrecorded }: RecordingPorts, pending: ReadonlyArray<PendingMessage>): void => {
  const names = new Set<string>([...sendingChannels, ...pending.map(({ message }) => message)])
  retries.keepOnly(names)
  for (const message of unrecorded) if (!names.has(message)) unrecorded.delete(message)
}

/**
 * Sends the messages that are pending, one after another, and records what became of each. One process at a time does it.
 * A message is sent before it is recorded as sent: a process that is killed between the two leaves one message that the
 * next process sends again.
 */
export const sendPendingMessages = async <Row extends PendingMessage>(
  ports: MessageSendingPorts<Row>,
): Promise<void> => {
  const pending = await ports.pending()
  if (E.isLeft(pending)) return
  keepOnlyPending(ports, pending.right)
  const failures: ChannelFailures = new Map()
  for (const row of pending.right.filter(({ message }) => ports.retries.isDue(message))) {
    // Requests are answered between two messages.
    await setImmediate()
    const prepared = await ports.prepare(row)()
    if (!(await ports.mayContinue())) return
    await handlePendingMessage(ports, failures, row, prepared)
  }
}
