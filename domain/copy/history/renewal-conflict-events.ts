import { RenewalConflictRecorded } from '../events/renewal-conflict-recorded'
import type { CopyDescription } from '../copy-state'
import type { ChangedLoanEnd } from './loan-end-corrections'

/**
 * An event for each renewal that is after the end of its loan, now that the loan ends earlier: it counts no more, and
 * staff see it. The same is recorded when such a renewal arrives after the return. None when the borrower is erased.
 */
export const renewalConflictEvents =
  ({ copy }: CopyDescription) =>
  (changed: ChangedLoanEnd | undefined): ReadonlyArray<RenewalConflictRecorded> => {
    if (changed === undefined || changed.loan.details._tag === 'Erased') return []
    const { loan, renewedAt, details } = changed.loan
    const { borrower } = details.value
    return renewedAt
      .filter((renewal) => renewal > changed.end.at)
      .map((renewal) =>
        RenewalConflictRecorded(
          { loan, copy },
          { loan: { borrower, renewedAt: renewal, against: ['deniedMaterialIsNotFound'] } },
        ),
      )
  }
