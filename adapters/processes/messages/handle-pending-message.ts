import * as E from 'fp-ts/Either'
import { isTriedAgain } from '../../../domain/message/commands/record-failed-attempt'
import type { RecordMessageSent } from '../../../domain/message/commands/record-message-sent'
import { isTooLateToSend } from '../../../domain/message/longest-sending-days'
import { isFailureOfChannel, type SendingFailureReason } from '../../../domain/message/sending-failure-reason'
import type { OutcomePorts, PendingMessage, PreparedMessage } from './message-sending-ports'
import { sendByChannel } from './send-by-channel'

type ReadyMessage = Extract<PreparedMessage, { readonly _tag: 'Ready' }>

/**
 * The reason that is recorded already is not recorded again, unless the message is given up. A message that is given up
 * waits for nothing.
 */
const recordFailure = async (ports: OutcomePorts, row: PendingMessage, reason: SendingFailureReason) => {
  const { message } = row
  const on = ports.today()
  const isPending = isTriedAgain(row, on, reason)
  if (row.reason === reason && isPending) return
  const recorded = await ports.record({ type: 'RecordFailedAttempt', message, reason, on })()
  if (!isPending && E.isRight(recorded)) ports.waits.evict(message)
}

/** Records that a message was sent. It is not sent again while the log does not answer. */
export const recordSent = async (
  { record, waits, unrecorded }: OutcomePorts,
  command: RecordMessageSent,
): Promise<void> => {
  const { message } = command
  unrecorded.set(message, command)
  if (E.isLeft(await record(command)())) return waits.waitAfterFailure(message)
  unrecorded.delete(message)
  waits.evict(message)
}

/** Nothing is sent by a channel that fails; but a message is given up on its last day. */
const waitForChannel = async (ports: OutcomePorts, row: PendingMessage, { to: { channel } }: ReadyMessage) => {
  ports.waits.waitForChannel(row.message, channel)
  const reason = ports.channels.failureOf(channel) ?? 'connection'
  if (!isTriedAgain(row, ports.today(), reason)) await recordFailure(ports, row, reason)
}

const sendReadyMessage = async (ports: OutcomePorts, row: PendingMessage, ready: ReadyMessage): Promise<void> => {
  const { waits, today } = ports
  const { message } = row
  const { to, items } = ready
  const { channel } = to
  if (!(await ports.channels.admit(channel))) return waitForChannel(ports, row, ready)
  const sent = await sendByChannel(ports)(channel, ready.send)()
  if (E.isRight(sent)) return recordSent(ports, { type: 'RecordMessageSent', message, ...to, items, on: today() })
  const { reason } = sent.left
  if (isFailureOfChannel(reason)) waits.waitForChannel(message, channel)
  else waits.waitAfterFailure(message)
  await recordFailure(ports, row, reason)
}

/** Sends a message, or records why it is not sent. */
export const handlePendingMessage = async (
  ports: OutcomePorts,
  row: PendingMessage,
  prepared: PreparedMessage,
): Promise<void> => {
  const { waits, today } = ports
  switch (prepared._tag) {
    case 'Gone':
    case 'Waiting':
      return waits.waitAfterFailure(row.message)
    case 'Letter':
      return waits.waitForPrinting(row.message)
    case 'Refused':
      waits.waitAfterFailure(row.message)
      return recordFailure(ports, row, prepared.reason)
    case 'Ready':
      if (!isTooLateToSend(row)(today())) return sendReadyMessage(ports, row, prepared)
      waits.waitAfterFailure(row.message)
      return recordFailure(ports, row, 'tooLate')
  }
}
