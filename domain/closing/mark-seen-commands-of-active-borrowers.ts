import type { MarkSeen } from '../borrower/commands/mark-seen'
import type { BorrowerId } from '../values/ids'
import { halfYearOfMonth, type HalfYear, type Month } from '../values/month'
import { erasureObstaclesOf, withoutLegalHolds, type BorrowerObligations } from '../policy/borrower-obligations'

/** What a borrower did in a month, and holds and owes at its end. */
export interface BorrowerActivityInMonth {
  readonly borrower: BorrowerId
  readonly lastSeen: HalfYear
  /** Whether they borrowed, renewed, returned, reserved or paid. */
  readonly usedLibrary: boolean
  readonly obligations: BorrowerObligations
  /** The month whose closing announced the erasure, and the one whose closing lapses them; null while none has. */
  readonly announcedIn: Month | null
  readonly lapsesIn: Month | null
}

/** A legal hold is no use of the library: nothing is written into *persons* because of it. */
const wasActive = ({ usedLibrary, obligations }: BorrowerActivityInMonth): boolean =>
  usedLibrary || erasureObstaclesOf(withoutLegalHolds(obligations)).length > 0

/**
 * A borrower who used the library in the month, or holds or owes at its end, is marked as seen: once for each
 * half-year.
 */
export const markSeenCommandsOfActiveBorrowers = (month: Month) => {
  const halfYear = halfYearOfMonth(month)
  return (borrowers: ReadonlyArray<BorrowerActivityInMonth>): ReadonlyArray<MarkSeen> =>
    borrowers
      .filter((borrower) => borrower.lastSeen < halfYear && wasActive(borrower))
      .map(({ borrower }) => ({ type: 'MarkSeen', borrower, halfYear }))
}
