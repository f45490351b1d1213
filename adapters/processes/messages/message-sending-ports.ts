import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { MessageCommand } from '../../../domain/message/decide-message-command'
import type { RecordMessageSent } from '../../../domain/message/commands/record-message-sent'
import type { MessageOfDay } from '../../../domain/message/longest-sending-days'
import type { MessageItem } from '../../../domain/message/message-item'
import type { SendingFailureReason } from '../../../domain/message/sending-failure-reason'
import type { SentTo } from '../../../domain/message/sent-to'
import type {
  AddressedChannel,
  MessageSender,
  SendingChannel,
  SendingFailed,
} from '../../../domain/ports/message-sender'
import type { Day } from '../../../domain/values/day'
import type { MessageId } from '../../../domain/values/ids'
import type { MessageRow } from '../../../projections/messages/message-table'
import type { ChannelStates } from './channel-states'
import type { MessageWaits } from './message-waits'

/**
 * What becomes of a message: it can be sent, staff print it as a letter, it cannot be sent, it is `Gone` (its borrower or its
 * key is erased), or it is `Waiting` (its address is not verified yet, and it is looked at again). `send` alone knows the CPR
 * number of a mail to Digital Post.
 */
export type PreparedMessage =
  | {
      readonly _tag: 'Ready'
      readonly to: SentTo
      /** What it tells now; null when that is what it was made of. */
      readonly items: ReadonlyArray<MessageItem> | null
      readonly send: TaskEither<SendingFailed, void>
    }
  | { readonly _tag: 'Letter' }
  | { readonly _tag: 'Refused'; readonly reason: SendingFailureReason }
  | { readonly _tag: 'Gone' | 'Waiting' }

export type MessageSenders = Readonly<Record<AddressedChannel, MessageSender>>

/** What the sending knows of a message. The last attempt is counted from the day on which it was made. */
export interface PendingMessage extends MessageOfDay {
  readonly message: MessageId
  /** Why the last attempt failed, as it was recorded. */
  readonly reason: SendingFailureReason | null
}

/** What the sending of one message needs, and the recording of what became of it. */
export interface OutcomePorts {
  /** Records an outcome. */
  readonly record: (command: Exclude<MessageCommand, { readonly type: 'MakeMessage' }>) => TaskEither<unknown, unknown>
  readonly today: () => Day
  readonly channels: ChannelStates
  readonly waits: MessageWaits
  /** What is to be recorded of messages that this process has sent, because the log did not answer then. */
  readonly unrecorded: Map<MessageId, RecordMessageSent>
  /** A channel begins to fail. */
  readonly alarmChannelFails: (channel: SendingChannel, reason: SendingFailureReason) => void
}

/** What sending needs. */
export interface MessageSendingPorts<Row extends PendingMessage = MessageRow> extends OutcomePorts {
  /** The pending messages, in any order. It is asked often, and reads nothing else of them. */
  readonly idsOfPending: () => ReadonlyArray<MessageId>
  /** A page of the pending messages, after the last one of the page before, when the read models have caught up. */
  readonly pageOfPending: (last: Row | undefined) => TaskEither<unknown, ReadonlyArray<Row>>
  readonly prepare: (message: Row) => Task<PreparedMessage>
  /** Whether this process still holds the lease, and is not about to end. */
  readonly mayContinue: Task<boolean>
}
