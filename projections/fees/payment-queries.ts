import type { BorrowerId, FeeId, PaymentId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { paymentFeesTable, paymentsTable, type PaymentRow } from './fee-tables'

/** The payment of a borrower with an order id, so that it is not recorded twice; undefined when there is none. */
export const paymentByOrder =
  (borrower: BorrowerId, order: string) =>
  (rows: ReadModelRows): PaymentRow | undefined =>
    findFirstRow(rows, paymentsTable, { where: { borrower, order } })

export const paymentById =
  (payment: PaymentId) =>
  (rows: ReadModelRows): PaymentRow | undefined =>
    findFirstRow(rows, paymentsTable, { where: { payment } })

/** The fees that a payment pays, sorted by id. */
export const feesOfPayment =
  (payment: PaymentId) =>
  (rows: ReadModelRows): ReadonlyArray<FeeId> =>
    rows.find(paymentFeesTable, { where: { payment }, orderBy: ['fee'] }).map(({ fee }) => fee)

/** The payments of a borrower that are not forgotten, the earliest first. */
export const paymentsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<PaymentRow> =>
    rows.find(paymentsTable, { where: { borrower }, orderBy: ['paidOn', 'payment'] })

/** The payments of a borrower whose fees are not all settled yet. */
export const unfinishedPaymentsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<PaymentRow> =>
    rows.find(paymentsTable, { where: { borrower, completedOn: null }, orderBy: ['payment'] })
