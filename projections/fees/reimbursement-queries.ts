import type { BorrowerId, FeeId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { reimbursementsTable, type ReimbursementRow } from './fee-tables'

/** The reimbursements of a borrower, earliest granted first. */
export const reimbursementsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<ReimbursementRow> =>
    rows.find(reimbursementsTable, { where: { borrower }, orderBy: ['grantedOn', 'reimbursement'] })

export const unpaidReimbursementsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<ReimbursementRow> =>
    rows.find(reimbursementsTable, { where: { borrower, settledOn: null }, orderBy: ['reimbursement'] })

export const reimbursementById =
  (reimbursement: FeeId) =>
  (rows: ReadModelRows): ReimbursementRow | undefined =>
    findFirstRow(rows, reimbursementsTable, { where: { reimbursement } })

/** The reimbursement that was paid out with an order id, to whichever borrower; undefined when there is none. */
export const reimbursementByPayoutOrder =
  (order: string) =>
  (rows: ReadModelRows): ReimbursementRow | undefined =>
    findFirstRow(rows, reimbursementsTable, { where: { order } })
