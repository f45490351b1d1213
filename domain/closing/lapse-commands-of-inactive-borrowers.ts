import type { LapseBorrower } from '../borrower/commands/lapse-borrower'
import type { BorrowerId } from '../values/ids'
import type { HalfYear, Month } from '../values/month'
import { erasureObstaclesOf, type BorrowerObligations } from '../policy/borrower-obligations'
import { lapseMonthOf } from '../policy/inactivity-policy'
import type { Policy } from '../policy/policy'

/** A borrower when a month closes, after the active ones were marked as seen. */
interface LapseCandidate {
  readonly borrower: BorrowerId
  readonly lastSeen: HalfYear
  readonly obligations: BorrowerObligations
}

/** "Inactive for 2 years, owing nothing and holding nothing: erased." */
export const lapseCommandsOfInactiveBorrowers =
  ({ inactivity }: Policy) =>
  (month: Month) =>
  (borrowers: ReadonlyArray<LapseCandidate>): ReadonlyArray<LapseBorrower> =>
    borrowers
      .filter(
        ({ lastSeen, obligations }) =>
          month >= lapseMonthOf(inactivity)(lastSeen) && erasureObstaclesOf(obligations).length === 0,
      )
      .map(({ borrower, obligations }) => ({ type: 'LapseBorrower', borrower, month, obligations }))
