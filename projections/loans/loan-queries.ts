import type { Day } from '../../domain/values/day'
import type { BorrowerId, CopyId, LoanId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import {
  lateRenewalsTable,
  loansTable,
  undoneLoansTable,
  type LateRenewalRow,
  type LoanRow,
  type UndoneLoanRow,
} from './loans-table'

/** A loan by its id, running or ended; undefined when it is unknown or forgotten. */
export const loanById =
  (loan: LoanId) =>
  (rows: ReadModelRows): LoanRow | undefined =>
    findFirstRow(rows, loansTable, { where: { loan } })

/** The copy of a loan that was undone; undefined when no such loan is known. */
export const copyOfUndoneLoan =
  (loan: LoanId) =>
  (rows: ReadModelRows): CopyId | undefined =>
    findFirstRow(rows, undoneLoansTable, { where: { loan } })?.copy

/** The loans of a borrower that were undone and are not forgotten. */
export const undoneLoansOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<UndoneLoanRow> =>
    rows.find(undoneLoansTable, { where: { borrower }, orderBy: ['loan'] })

/** The running and ended loans of a borrower, earliest due first. */
export const loansOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<LoanRow> =>
    rows.find(loansTable, { where: { borrower }, orderBy: ['dueOn', 'loan'] })

export const isLoanRunning = ({ endedOn }: Pick<LoanRow, 'endedOn'>): boolean => endedOn === null

/** The running loans of a borrower that are not claimed returned, earliest due first. */
export const loansToReturnOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<LoanRow> =>
    loansOfBorrower(borrower)(rows).filter((loan) => isLoanRunning(loan) && loan.claimedOn === null)

/**
 * Whether a loan ended with a return after its due day. A billed loan is no late return, nor is one whose end was
 * corrected: its fee was levied by the first end, and staff see it.
 */
export const isLoanReturnedLate = ({ end, endedOn, dueOn, previouslyEndedOn }: LoanRow): boolean =>
  end === 'returned' && endedOn !== null && endedOn > dueOn && previouslyEndedOn === null

/** The renewals after the due day of a borrower's loans, earliest first. */
export const lateRenewalsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<LateRenewalRow> =>
    rows.find(lateRenewalsTable, { where: { borrower }, orderBy: ['renewedOn', 'loan', 'dueOn'] })

/** The running loan of a copy. Of several (a machine was offline), the one lent last. */
export const runningLoanOfCopy =
  (copy: CopyId) =>
  (rows: ReadModelRows): LoanRow | undefined =>
    findFirstRow(rows, loansTable, { where: { copy, endedOn: null }, orderByDescending: ['lentOn', 'loan'] })

/** The loan of a copy that ended on a day. Of several, the one lent last; of those that continue each other, the last. */
export const loanOfCopyEndedOn =
  (copy: CopyId, endedOn: Day) =>
  (rows: ReadModelRows): LoanRow | undefined =>
    findFirstRow(rows, loansTable, { where: { copy, endedOn }, orderByDescending: ['lentOn', 'position'] })
