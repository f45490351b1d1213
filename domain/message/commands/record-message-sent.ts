import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { MessageId } from '../../values/ids'
import { decideWhenMessageIsPending, type DecideFromState } from '../decide-message-from-state'
import { MessageSent } from '../events/message-sent'
import type { MessageChannel } from '../message-channel'

/** Records that a mail server or a gateway took a message. */
export interface RecordMessageSent {
  readonly type: 'RecordMessageSent'
  readonly message: MessageId
  readonly channel: Exclude<MessageChannel, 'letter'>
  /** The e-mail address or the mobile number. */
  readonly address: string
  readonly on: Day
}

/** A repeat is accepted and changes nothing. Refused: `MessageIsUnknown`. */
export const decideRecordMessageSent = ({ message, channel, address, on }: RecordMessageSent): DecideFromState =>
  decideWhenMessageIsPending(({ borrower }) =>
    E.right([MessageSent({ message }, { message: { borrower, channel, address, sentOn: on } })]),
  )
