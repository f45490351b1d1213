import type { BorrowerId } from '../values/ids'

/** What the closing of a day makes for a borrower, of one kind. */
export interface MadeByClosing {
  readonly borrower: BorrowerId
  readonly record: 'message' | 'notice' | 'messageCount'
  readonly kind: string
}
