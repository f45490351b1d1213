import type { RenderMessage } from '../../../domain/ports/message-renderer'
import type { AddressedChannel } from '../../../domain/ports/message-sender'
import type { MessageRow } from '../../../projections/messages/message-table'
import type { MessageSenders } from '../messages/message-sending-ports'

/** Writes and sends messages to borrowers. */
export interface MessageOperations {
  readonly render: RenderMessage
  /** The channels by which the library sends to an address; empty when all messages go to the outbox folder. */
  readonly sendsBy: ReadonlyArray<AddressedChannel>
  /** Whether a pending message is a letter that staff print, and goes by no program. */
  readonly isLetter: (row: MessageRow) => boolean
  /**
   * Sends the messages that are pending, when no other process does. What has no sender goes to the outbox folder. It is
   * called again and again by a library that serves. Once `isStopping` answers true, no further message is begun: the
   * rest stays pending.
   */
  readonly sendPending: (senders: Partial<MessageSenders>, isStopping?: () => boolean) => Promise<void>
}
