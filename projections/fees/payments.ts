import type { BorrowerId, FeeId, PaymentId } from '../../domain/values/ids'
import { first, type Rows } from '../kernel/rows'
import { paymentFees, payments, type Payment } from './rows'

/** The payment that a borrower made under an order id, so that it is not made twice; undefined when there is none. */
export const paymentByOrder =
  (borrower: BorrowerId, order: string) =>
  (rows: Rows): Payment | undefined =>
    first(rows, payments, { where: { borrower, order } })

export const paymentById =
  (payment: PaymentId) =>
  (rows: Rows): Payment | undefined =>
    first(rows, payments, { where: { payment } })

/** The fees that a payment pays, by their ids. */
export const feesOfPayment =
  (payment: PaymentId) =>
  (rows: Rows): ReadonlyArray<FeeId> =>
    rows.find(paymentFees, { where: { payment }, orderBy: ['fee'] }).map(({ fee }) => fee)

/** Payments of a borrower whose fees are not all paid yet. */
export const unfinishedPaymentsOf =
  (borrower: BorrowerId) =>
  (rows: Rows): ReadonlyArray<Payment> =>
    rows.find(payments, { where: { borrower, completedOn: null }, orderBy: ['payment'] })
