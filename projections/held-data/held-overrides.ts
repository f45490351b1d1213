import type { OverridableRefusal } from '../../domain/policy/overridable-refusal'
import { addDays } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { nameOfTitle } from '../copies/copy-queries'
import { loanById } from '../loans/loan-queries'
import { loanOverridesOfBorrower, reservationOverridesOfBorrower } from '../overrides/override-queries'
import type { LoanOverrideRow } from '../overrides/override-tables'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { unlessAllEmpty } from './unless-all-empty'

const listOf = (refusals: string) => refusals.split(' ') as ReadonlyArray<OverridableRefusal>

/** What was overridden for a loan or its renewal; it is forgotten with the loan. */
const heldLoanOverride =
  (retentionDays: number, rows: ReadModelRows) =>
  ({ loan, copy, act, overriddenAt, refusals, reason }: LoanOverrideRow) => {
    const row = loanById(loan)(rows)
    return {
      ...{ loan, copy, act, overriddenAt, refusals: listOf(refusals), reason },
      forgottenOn: row === undefined || row.endedOn === null ? null : addDays(retentionDays)(row.endedOn),
    }
  }

/** The refusals that staff have overridden for a borrower, and why; undefined when there are none. */
export const heldOverrides = (retentionDays: number) => (borrower: BorrowerId) => (rows: ReadModelRows) =>
  unlessAllEmpty({
    loanOverrides: loanOverridesOfBorrower(borrower)(rows).map(heldLoanOverride(retentionDays, rows)),
    reservationOverrides: reservationOverridesOfBorrower(borrower)(rows).map(
      ({ reservation, title, overriddenAt, refusals, reason }) => ({
        ...{ reservation, title, name: nameOfTitle(title)(rows) ?? null },
        ...{ overriddenAt, refusals: listOf(refusals), reason },
      }),
    ),
  })
