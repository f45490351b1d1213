import type { TitleId } from '../values/ids'
import type { AbsencePeriod } from './absence-period'
import type { BorrowerTraits } from './reservable-material'

/** What decides whether a copy may be reserved for a borrower who waits. */
export interface WaitingBorrower extends BorrowerTraits {
  /** Null without an absence period. */
  readonly absence: AbsencePeriod | null
  /**
   * The titles of which a copy is reserved for the borrower, or lent to them. It is read only for borrowers with a parallel
   * reservation in the queue, and is empty for the others.
   */
  readonly titlesWithCopy: ReadonlySet<TitleId>
}
