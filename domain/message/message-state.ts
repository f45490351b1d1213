import type { Day } from '../values/day'
import type { BorrowerId } from '../values/ids'
import type { MessageKind } from './message-kind'

interface UnmadeMessage {
  readonly _tag: 'Unmade'
}

/** Neither sent nor given up. */
export interface PendingMessage {
  readonly _tag: 'Pending'
  readonly borrower: BorrowerId
  readonly kind: MessageKind
  readonly madeOn: Day
}

/** Sent, given up or erased. */
interface EndedMessage {
  readonly _tag: 'Ended'
}

export type MessageState = UnmadeMessage | PendingMessage | EndedMessage

export const initialMessageState: UnmadeMessage = { _tag: 'Unmade' }
export const endedMessage: EndedMessage = { _tag: 'Ended' }
