import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { MessageId } from '../../values/ids'
import { decideWhenMessageIsPending, type DecideFromState } from '../decide-message-from-state'
import { MessageSent } from '../events/message-sent'
import type { MessageItem } from '../message-item'
import type { SentTo } from '../sent-to'

/** Records that a server or a gateway took a message. */
export type RecordMessageSent = SentTo & {
  readonly type: 'RecordMessageSent'
  readonly message: MessageId
  /** What it told when it was sent; null when that is what it was made of. */
  readonly items: ReadonlyArray<MessageItem> | null
  readonly on: Day
}

/** A repeat is accepted and changes nothing. Refused: `MessageIsUnknown`. */
export const decideRecordMessageSent = ({ message, channel, address, items, on }: RecordMessageSent): DecideFromState =>
  decideWhenMessageIsPending(({ borrower }) =>
    E.right([MessageSent({ message }, { message: { borrower, channel, address, sentOn: on, items } })]),
  )
