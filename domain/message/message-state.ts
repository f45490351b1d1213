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

/** Made, and erased before it was sent or given up. */
interface ForgottenMessage {
  readonly _tag: 'Forgotten'
  readonly madeOn: Day
}

/** Sent or given up. */
interface EndedMessage {
  readonly _tag: 'Ended'
}

export type MessageState = UnmadeMessage | PendingMessage | ForgottenMessage | EndedMessage

export const initialMessageState: UnmadeMessage = { _tag: 'Unmade' }
export const endedMessage: EndedMessage = { _tag: 'Ended' }
