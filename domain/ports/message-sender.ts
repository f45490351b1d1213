import type { TaskEither } from 'fp-ts/TaskEither'
import type { MessageChannel } from '../message/message-channel'
import type { SendingFailureReason } from '../message/sending-failure-reason'
import type { MessageId } from '../values/ids'

/** A channel by which a program sends. */
export type SendingChannel = Exclude<MessageChannel, 'letter'>

/** The channels that need an address of the borrower. */
export type AddressedChannel = Exclude<SendingChannel, 'digitalPost'>

export const addressedChannels: ReadonlyArray<AddressedChannel> = ['email', 'sms']

/** A written message with its address. */
export interface OutgoingMessage {
  readonly message: MessageId
  /**
   * A UUID that names the message outside the library, the same at each attempt. It is derived under the key of the
   * message: its own id, which stands in the log for ever, leaves the library with nobody's address.
   */
  readonly reference: string
  /** An e-mail address, or a mobile number. */
  readonly address: string
  readonly subject: string
  readonly text: string
}

/** A message was not taken. The words of the server are left out: they may repeat an address. */
export interface SendingFailed {
  readonly _tag: 'SendingFailed'
  readonly reason: SendingFailureReason
}

export const sendingFailed = (reason: SendingFailureReason): SendingFailed => ({ _tag: 'SendingFailed', reason })

/** Sends messages by e-mail or SMS. Right: the server or the gateway has taken the message. */
export interface MessageSender {
  readonly send: (message: OutgoingMessage) => TaskEither<SendingFailed, void>
}
