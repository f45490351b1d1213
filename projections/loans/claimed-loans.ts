import type { Day } from '../../domain/values/day'
import type { BranchId } from '../../domain/values/ids'
import { copyById } from '../copies/copy-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { loansTable, type LoanRow } from './loans-table'

/** Loans that were claimed returned, and whose copies are written off on or before a day. */
export const claimedLoansEndingBy =
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<LoanRow> =>
    rows
      .find(loansTable, { atMost: { claimEndsOn: day }, orderBy: ['claimEndsOn', 'loan'] })
      .filter(({ endedOn }) => endedOn === null)

/** A copy to look for, with the branch and the shelf that it belongs to. */
export interface ClaimedLoan extends LoanRow {
  readonly claimedOn: Day
  readonly claimEndsOn: Day
  readonly homeBranch: BranchId
  readonly shelfMark: string | null
}

/** The search list: the copies that were claimed returned and are not found, by name. */
export const listCopiesClaimedReturned = (rows: ReadModelRows): ReadonlyArray<ClaimedLoan> =>
  rows.find(loansTable, { atLeast: { claimEndsOn: '' }, orderBy: ['name', 'copy'] }).flatMap((row) => {
    const { claimedOn, claimEndsOn, endedOn } = row
    const copy = copyById(row.copy)(rows)
    if (endedOn !== null || claimedOn === null || claimEndsOn === null || copy === undefined) return []
    return [{ ...row, claimedOn, claimEndsOn, homeBranch: copy.homeBranch, shelfMark: copy.shelfMark }]
  })
