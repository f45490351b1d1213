import type { LapseBorrower } from '../borrower/commands/lapse'
import type { BorrowerId } from '../values/ids'
import type { HalfYear, Month } from '../values/month'
import { obstaclesOf, type Holdings } from '../policy/holdings'
import { lapsesWith } from '../policy/inactivity'
import type { Policy } from '../policy/policy'

/** A borrower when a month closes, after those seen in it were marked. */
export interface QuietBorrower {
  readonly borrower: BorrowerId
  readonly lastSeen: HalfYear
  readonly holdings: Holdings
}

/** "Inactive for 2 years, owing nothing and holding nothing: erased." */
export const lapseInactive =
  ({ inactivity }: Policy) =>
  (month: Month) =>
  (borrowers: ReadonlyArray<QuietBorrower>): ReadonlyArray<LapseBorrower> =>
    borrowers
      .filter(
        ({ lastSeen, holdings }) => month >= lapsesWith(inactivity)(lastSeen) && obstaclesOf(holdings).length === 0,
      )
      .map(({ borrower, holdings }) => ({ type: 'LapseBorrower', borrower, month, holdings }))
