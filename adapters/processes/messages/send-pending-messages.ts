import * as E from 'fp-ts/Either'
import { isTriedAgain } from '../../../domain/message/commands/record-failed-attempt'
import { isFailureOfChannel, type SendingFailureReason } from '../../../domain/message/sending-failure-reason'
import type { SendingChannel } from '../../../domain/ports/message-sender'
import type { MessageRow } from '../../../projections/messages/message-table'
import type { MessageSendingPorts, PreparedMessage } from './message-sending-ports'

type ReadyMessage = Extract<PreparedMessage, { readonly _tag: 'Ready' }>

const recordFailure = async (ports: MessageSendingPorts, { message }: MessageRow, reason: SendingFailureReason) => {
  ports.retries.noteFailure(message)
  await ports.record({ type: 'RecordFailedAttempt', message, reason, on: ports.today() })()
}

const recordSent = async (ports: MessageSendingPorts, { channel, outgoing: { message, address } }: ReadyMessage) => {
  ports.unrecorded.add(message)
  const recorded = await ports.record({ type: 'RecordMessageSent', message, channel, address, on: ports.today() })()
  if (E.isRight(recorded)) ports.unrecorded.delete(message)
}

const sendReadyMessage = async (
  ports: MessageSendingPorts,
  failing: Map<SendingChannel, SendingFailureReason>,
  row: MessageRow,
  ready: ReadyMessage,
): Promise<void> => {
  const { channel, outgoing } = ready
  const channelFailure = failing.get(channel)
  if (channelFailure !== undefined) {
    // Nothing is tried by a channel that has just failed; but a message is given up on its last day.
    if (!isTriedAgain(row.madeOn, ports.today(), channelFailure)) await recordFailure(ports, row, channelFailure)
    return
  }
  if (!ports.retries.isDue(channel)) return
  const sent = ports.unrecorded.has(row.message) ? E.right(undefined) : await ports.senders[channel].send(outgoing)()
  if (E.isRight(sent)) {
    ports.retries.noteSuccess(channel)
    return recordSent(ports, ready)
  }
  const { reason } = sent.left
  if (isFailureOfChannel(reason)) {
    failing.set(channel, reason)
    if (ports.retries.noteFailure(channel) === 1) ports.alarmChannelFails(channel, reason)
  }
  await recordFailure(ports, row, reason)
}

const channels: ReadonlyArray<SendingChannel> = ['email', 'sms']

/**
 * Sends the messages that are pending, one after another, and records what became of each. One process at a time does it.
 * A message is sent before it is recorded as sent: a process that is killed between the two leaves one message that the
 * next process sends again.
 */
export const sendPendingMessages = async (ports: MessageSendingPorts): Promise<void> => {
  const pending = await ports.pending()
  if (E.isLeft(pending)) return
  const names = new Set<string>([...channels, ...pending.right.map(({ message }) => message)])
  ports.retries.keepOnly(names)
  for (const message of ports.unrecorded) if (!names.has(message)) ports.unrecorded.delete(message)
  const failing = new Map<SendingChannel, SendingFailureReason>()
  for (const row of pending.right) {
    if (!ports.retries.isDue(row.message)) continue
    const prepared = await ports.prepare(row)()
    if (!(await ports.holdsLease())) return
    if (prepared._tag === 'Refused') await recordFailure(ports, row, prepared.reason)
    if (prepared._tag === 'Ready') await sendReadyMessage(ports, failing, row, prepared)
  }
}
