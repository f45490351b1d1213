import { handlePendingMessage, recordSent } from './handle-pending-message'
import type { MessageSendingPorts, PendingMessage } from './message-sending-ports'
import { messagesInFlight } from './messages-in-flight'
import { messagesToTry } from './messages-to-try'

const tryMessage = async <Row extends PendingMessage>(ports: MessageSendingPorts<Row>, row: Row): Promise<void> => {
  const sent = ports.unrecorded.get(row.message)
  if (sent !== undefined) return recordSent(ports, sent)
  const prepared = await ports.prepare(row)()
  if (await ports.mayContinue()) await handlePendingMessage(ports, row, prepared)
}

/** Answers whether all pending messages were read. */
const tryUntilNoneIsLeft = async <Row extends PendingMessage>(
  ports: MessageSendingPorts<Row>,
  messages: ReturnType<typeof messagesToTry<Row>>,
): Promise<boolean> => {
  while (await ports.mayContinue()) {
    const next = await messages.next()
    if (next.done === true) return next.value
    await tryMessage(ports, next.value)
  }
  return false
}

/** Answers whether all pending messages were tried. */
const tryAll = async <Row extends PendingMessage>(ports: MessageSendingPorts<Row>): Promise<boolean> => {
  const messages = messagesToTry(ports)
  const ended = await Promise.all(Array.from({ length: messagesInFlight }, () => tryUntilNoneIsLeft(ports, messages)))
  return ended.includes(true)
}

/**
 * Whether a message is pending that does not wait. Of those that wait only the ids are read. Nothing waits any more that
 * is not pending: a letter that staff have printed, or a message that is forgotten.
 */
export const isAnyToTry = ({ idsOfPending, waits }: Pick<MessageSendingPorts, 'idsOfPending' | 'waits'>): boolean => {
  const pending = idsOfPending()
  waits.keepOnly(new Set(pending))
  return pending.some(waits.isDue)
}

/**
 * Sends the messages that are pending, a few at once, and records what became of each. One process at a time does it. A
 * message is sent before it is recorded as sent: a process that is killed between the two leaves it to the next process,
 * which sends it again. A channel that works again is used at once for the messages that waited for it.
 */
export const sendPendingMessages = async <Row extends PendingMessage>(
  ports: MessageSendingPorts<Row>,
): Promise<void> => {
  if (!isAnyToTry(ports)) return
  while (await tryAll(ports)) if (!ports.waits.isAnyDue()) return
}
