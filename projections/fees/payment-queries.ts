import type { OnlinePayment, StartedPayment } from '../../domain/ports/decision-queries'
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

const toOnlinePayment =
  (rows: ReadModelRows) =>
  ({ payment, borrower, order, amount, paidOn }: PaymentRow): OnlinePayment => ({
    ...{ payment, borrower, order, amount, isMade: paidOn !== null },
    fees: feesOfPayment(payment)(rows),
  })

/** A payment that was started or made; undefined when it is unknown or forgotten. */
export const onlinePaymentById =
  (payment: PaymentId) =>
  (rows: ReadModelRows): OnlinePayment | undefined => {
    const row = paymentById(payment)(rows)
    return row && toOnlinePayment(rows)(row)
  }

/** The payment with an order, of whichever borrower. */
export const onlinePaymentByOrder =
  (order: string) =>
  (rows: ReadModelRows): OnlinePayment | undefined => {
    const row = findFirstRow(rows, paymentsTable, { where: { order } })
    return row && toOnlinePayment(rows)(row)
  }

/** The payments of a borrower that were started and not confirmed. */
export const startedPaymentsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<StartedPayment> =>
    unfinishedPaymentsOfBorrower(borrower)(rows).flatMap((row) =>
      row.startedOn === null ? [] : [{ ...toOnlinePayment(rows)(row), startedOn: row.startedOn }],
    )

/** All payments that were started and not confirmed, sorted by their random ids. */
export const startedPayments = (rows: ReadModelRows): ReadonlyArray<PaymentId> =>
  rows.find(paymentsTable, { where: { paidOn: null }, orderBy: ['payment'] }).map(({ payment }) => payment)

/** The fees named by a borrower's payments whose money has come, and which are not completed. */
export const feesOfMadePaymentsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<FeeId> =>
    unfinishedPaymentsOfBorrower(borrower)(rows)
      .filter(({ paidOn }) => paidOn !== null)
      .flatMap(({ payment }) => feesOfPayment(payment)(rows))
