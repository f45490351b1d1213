import type { MarkSeen } from '../borrower/commands/mark-seen'
import type { BorrowerId } from '../values/ids'
import { halfYearOf, type HalfYear, type Month } from '../values/month'
import { obstaclesOf, type Holdings } from '../policy/holdings'

/** What one borrower has done in a month, and holds and owes at its end. */
export interface MonthOfBorrower {
  readonly borrower: BorrowerId
  readonly lastSeen: HalfYear
  /** Whether they borrowed, renewed, returned, reserved or paid. */
  readonly used: boolean
  readonly holdings: Holdings
}

const wasActive = ({ used, holdings }: MonthOfBorrower): boolean => used || obstaclesOf(holdings).length > 0

/** Whoever used the library in the month, or holds or owes at its end, is seen: once for each half-year. */
export const markSeen = (month: Month) => {
  const halfYear = halfYearOf(month)
  return (borrowers: ReadonlyArray<MonthOfBorrower>): ReadonlyArray<MarkSeen> =>
    borrowers
      .filter((borrower) => borrower.lastSeen < halfYear && wasActive(borrower))
      .map(({ borrower }) => ({ type: 'MarkSeen', borrower, halfYear }))
}
