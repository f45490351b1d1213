import type { LapseBorrower } from '../borrower/commands/lapse-borrower'
import type { BorrowerId } from '../values/ids'
import type { Month } from '../values/month'
import { erasureObstaclesOf, type BorrowerObligations } from '../policy/borrower-obligations'

/** A borrower when a month closes, after the active ones were marked as seen. */
interface LapseCandidate {
  readonly borrower: BorrowerId
  /** The month whose closing lapses them; null before that is announced. */
  readonly lapsesIn: Month | null
  readonly obligations: BorrowerObligations
}

/** "Inactive for 2 years, owing nothing and holding nothing: erased, after a notice." */
export const lapseCommandsOfInactiveBorrowers =
  (month: Month) =>
  (borrowers: ReadonlyArray<LapseCandidate>): ReadonlyArray<LapseBorrower> =>
    borrowers
      .filter(
        ({ lapsesIn, obligations }) =>
          lapsesIn !== null && month >= lapsesIn && erasureObstaclesOf(obligations).length === 0,
      )
      .map(({ borrower, obligations }) => ({ type: 'LapseBorrower', borrower, month, obligations }))
