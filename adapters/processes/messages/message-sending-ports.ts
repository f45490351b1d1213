import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { MessageCommand } from '../../../domain/message/decide-message-command'
import type { SendingFailureReason } from '../../../domain/message/sending-failure-reason'
import type { MessageSender, OutgoingMessage, SendingChannel } from '../../../domain/ports/message-sender'
import type { Day } from '../../../domain/values/day'
import type { MessageId } from '../../../domain/values/ids'
import type { MessageRow } from '../../../projections/messages/message-table'
import type { RetryTimes } from './retry-times'

/** A message as it goes out, by its channel; or why it cannot; or `gone`: its borrower or its key is erased. */
export type PreparedMessage =
  | { readonly _tag: 'Ready'; readonly channel: SendingChannel; readonly outgoing: OutgoingMessage }
  | { readonly _tag: 'Refused'; readonly reason: SendingFailureReason }
  | { readonly _tag: 'Gone' }

export type MessageSenders = Readonly<Record<SendingChannel, MessageSender>>

/** What the sending knows of a message: its id, and the day from which the last attempt is counted. */
export interface PendingMessage {
  readonly message: MessageId
  readonly madeOn: Day
}

/** What sending needs. */
export interface MessageSendingPorts<Row extends PendingMessage = MessageRow> {
  /** The messages to send, in random order, after the read models have caught up. */
  readonly pending: TaskEither<unknown, ReadonlyArray<Row>>
  readonly prepare: (message: Row) => Task<PreparedMessage>
  readonly senders: MessageSenders
  /** Records an outcome. */
  readonly record: (command: Exclude<MessageCommand, { readonly type: 'MakeMessage' }>) => TaskEither<unknown, unknown>
  readonly today: () => Day
  readonly retries: RetryTimes
  /** The messages that were sent in this process and are not recorded so yet, because the log did not answer. */
  readonly unrecorded: Set<string>
  /** Whether this process still holds the lease, and is not about to end. */
  readonly mayContinue: Task<boolean>
  /** A channel begins to fail. */
  readonly alarmChannelFails: (channel: SendingChannel, reason: SendingFailureReason) => void
}
