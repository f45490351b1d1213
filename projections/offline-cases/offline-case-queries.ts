import type { OfflineCase } from '../../domain/ports/decision-queries'
import type { BorrowerId, LoanId, OfflineCaseId, UnmatchedId } from '../../domain/values/ids'
import { copyOfUndoneLoan, loanById } from '../loans/loan-queries'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import {
  offlineLoanCasesTable,
  copiesOfUnmatchedCasesTable,
  unmatchedCasesTable,
  type OfflineLoanCaseRow,
  type UnmatchedOfflineCaseRow,
} from './offline-case-tables'

/** The open cases, the oldest first. */
interface OpenOfflineCases {
  readonly ofLoans: ReadonlyArray<OfflineLoanCaseRow>
  readonly unmatched: ReadonlyArray<UnmatchedOfflineCaseRow>
}

/** Every open case of offline machines. */
export const unresolvedOfflineCases = (rows: ReadModelRows): OpenOfflineCases => ({
  ofLoans: rows.find(offlineLoanCasesTable, { orderBy: ['recordedOn', 'happenedAt', 'loan'] }),
  unmatched: rows.find(unmatchedCasesTable, { orderBy: ['recordedOn', 'happenedAt', 'unmatched'] }),
})

/** The case with an id, open or resolved. A loan without an open case has had one, or never had. */
export const offlineCaseById =
  (id: OfflineCaseId) =>
  (rows: ReadModelRows): OfflineCase | undefined => {
    const [loan, unmatched] = [id as string as LoanId, id as string as UnmatchedId]
    const ofLoan = findFirstRow(rows, offlineLoanCasesTable, { where: { loan } })
    const ofUnmatched = findFirstRow(rows, unmatchedCasesTable, { where: { unmatched } })
    const copyOfLoan = ofLoan?.copy ?? loanById(loan)(rows)?.copy ?? copyOfUndoneLoan(loan)(rows)
    if (copyOfLoan !== undefined) return { copy: copyOfLoan, resolved: { loan }, isOpen: ofLoan !== undefined }
    const copy = ofUnmatched?.copy ?? findFirstRow(rows, copiesOfUnmatchedCasesTable, { where: { unmatched } })?.copy
    return copy && { copy, resolved: { unmatched }, isOpen: ofUnmatched !== undefined }
  }

/** The open cases of loans of a borrower, the oldest first. */
export const offlineLoanCasesOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<OfflineLoanCaseRow> =>
    rows.find(offlineLoanCasesTable, { where: { borrower }, orderBy: ['recordedOn', 'happenedAt', 'loan'] })

/** The open cases of acts that were not run, for which a machine sent one of these cards or ids, the oldest first. */
export const unmatchedCasesPresenting =
  (presented: ReadonlyArray<string>) =>
  (rows: ReadModelRows): ReadonlyArray<UnmatchedOfflineCaseRow> =>
    unresolvedOfflineCases(rows).unmatched.filter((row) => row.presented !== null && presented.includes(row.presented))
