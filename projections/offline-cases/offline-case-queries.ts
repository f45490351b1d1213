import type { OpenOfflineCase } from '../../domain/ports/decision-queries'
import type { LoanId, OfflineCaseId, UnmatchedId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { loanCasesTable, unmatchedCasesTable, type LoanCaseRow, type UnmatchedCaseRow } from './offline-case-tables'

/** The open cases, the oldest first. */
interface OpenOfflineCases {
  readonly ofLoans: ReadonlyArray<LoanCaseRow>
  readonly unmatched: ReadonlyArray<UnmatchedCaseRow>
}

/** Every open case of offline machines. */
export const openOfflineCases = (rows: ReadModelRows): OpenOfflineCases => ({
  ofLoans: rows.find(loanCasesTable, { orderBy: ['recordedOn', 'happenedAt', 'loan'] }),
  unmatched: rows.find(unmatchedCasesTable, { orderBy: ['recordedOn', 'happenedAt', 'unmatched'] }),
})

/** The open case with an id; undefined when it is resolved, forgotten, or never was. */
export const openOfflineCase =
  (id: OfflineCaseId) =>
  (rows: ReadModelRows): OpenOfflineCase | undefined => {
    const [loan, unmatched] = [id as string as LoanId, id as string as UnmatchedId]
    const ofLoan = findFirstRow(rows, loanCasesTable, { where: { loan } })
    if (ofLoan !== undefined) return { copy: ofLoan.copy, resolved: { loan } }
    const ofUnmatched = findFirstRow(rows, unmatchedCasesTable, { where: { unmatched } })
    return ofUnmatched && { copy: ofUnmatched.copy, resolved: { unmatched } }
  }
