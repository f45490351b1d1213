import type { AbsencePeriod } from './absence-period'
import type { BorrowerTraits } from './reservable-material'

/** What decides whether a copy may be reserved for a borrower who waits. */
export interface WaitingBorrower extends BorrowerTraits {
  /** Null without an absence period. */
  readonly absence: AbsencePeriod | null
}
