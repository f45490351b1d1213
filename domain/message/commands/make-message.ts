import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { BorrowerId, MessageId } from '../../values/ids'
import type { DecideFromState } from '../decide-message-from-state'
import { MessageMade } from '../events/message-made'
import type { MessageItem, PickUpPlace } from '../message-item'
import type { MessageKind } from '../message-kind'
import { refuseMessageCommand } from '../message-refusal'

/** What a message tells whom. */
export interface MessageContent {
  readonly borrower: BorrowerId
  readonly kind: MessageKind
  readonly items: ReadonlyArray<MessageItem>
  /** Of a copy that is ready; otherwise null. */
  readonly pickUp: PickUpPlace | null
}

/** Makes a message of a day. */
export interface MakeMessage extends MessageContent {
  readonly type: 'MakeMessage'
  readonly message: MessageId
  readonly madeOn: Day
}

/** A repeat is accepted and changes nothing. Refused: `MessageSaysNothing`. */
export const decideMakeMessage =
  ({ message, madeOn, borrower, kind, items, pickUp }: MakeMessage): DecideFromState =>
  (state) => {
    if (state._tag !== 'Unmade') return E.right([])
    if (items.length === 0) return refuseMessageCommand('MessageSaysNothing')
    return E.right([MessageMade({ message, madeOn }, { message: { borrower, kind, items, pickUp } })])
  }
