import type { BorrowerId, CopyId, FeeId } from '../../domain/values/ids'
import type { Ore } from '../../domain/values/ore'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { feesById } from './fee-queries'
import { feeItemsTable, feeTransactionsTable, reimbursementsTable, type ReimbursementRow } from './fee-tables'

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

/**
 * What the rule of found copies gave back of the latest compensation for a copy, in øre; undefined when that was not
 * paid, or is forgotten.
 */
export const priceGivenBackForFoundCopy =
  (copy: CopyId) =>
  (rows: ReadModelRows): Ore | undefined => {
    const fees = feesById(rows.find(feeItemsTable, { where: { copy }, orderBy: ['fee'] }).map(({ fee }) => fee))(rows)
    const latest = fees
      .filter(({ kind }) => kind === 'compensation')
      .toSorted((a, b) => (a.leviedOn < b.leviedOn ? -1 : 1))
      .at(-1)
    if (latest?.ending !== 'paid') return undefined
    const where = { fee: latest.fee, type: 'reimbursement', role: 'system' } as const
    return rows.find(feeTransactionsTable, { where, orderBy: ['revision'] }).at(-1)?.amount ?? undefined
  }
