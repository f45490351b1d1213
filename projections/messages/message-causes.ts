import type { MessageCause } from '../../domain/closing/messages-of-day'
import type { MessagePolicy } from '../../domain/policy/message-policy'
import { addDays, type Day } from '../../domain/values/day'
import { feesById } from '../fees/fee-queries'
import { feesTable, paymentsTable, type FeeRow } from '../fees/fee-tables'
import { feesOfPayment } from '../fees/payment-queries'
import { loansTable } from '../loans/loans-table'
import { reservationsTable } from '../queue/queue-tables'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { itemOfFee, itemOfLoan, itemOfReservation } from './message-items'
import { statementItems } from './statement-items'

type Causes = ReadonlyArray<MessageCause>

/** What is claimed returned is neither announced nor recalled. */
const causesOfLoans =
  (kind: 'dueSoon' | 'recall', dueOn: Day) =>
  (rows: ReadModelRows): Causes =>
    rows
      .find(loansTable, { where: { endedOn: null, dueOn, claimedOn: null } })
      .map((loan) => ({ borrower: loan.borrower, kind, item: itemOfLoan(loan) }))

const causesOfReservations =
  (interestUntil: Day) =>
  (rows: ReadModelRows): Causes =>
    rows.find(reservationsTable, { where: { interestUntil, copy: null } }).map((reservation) => ({
      borrower: reservation.borrower,
      kind: 'reservationRunningOut',
      item: itemOfReservation(rows)(reservation),
    }))

const feesOwedSince = (leviedOn: Day, rows: ReadModelRows): ReadonlyArray<FeeRow> =>
  rows.find(feesTable, { where: { leviedOn, settledOn: null } })

/** Fees that were levied on a day and are still owed. */
const causesOfFees =
  (leviedOn: Day) =>
  (rows: ReadModelRows): Causes =>
    feesOwedSince(leviedOn, rows).map((fee) => ({
      borrower: fee.borrower,
      kind: fee.kind === 'compensation' ? 'bill' : 'fee',
      item: itemOfFee(rows)(fee),
    }))

/** "The statement of outstanding matters is sent when materials are missing": with the bill for a lost copy. */
const causesOfStatements =
  (billedOn: Day, sentOn: Day) =>
  (rows: ReadModelRows): Causes => {
    const bills = feesOwedSince(billedOn, rows).filter(({ kind }) => kind === 'compensation')
    return [...new Set(bills.map(({ borrower }) => borrower))].flatMap((borrower) =>
      statementItems(borrower, sentOn)(rows).map((item) => ({ borrower, kind: 'statement', item })),
    )
  }

const causesOfPayments =
  (paidOn: Day) =>
  (rows: ReadModelRows): Causes =>
    rows.find(paymentsTable, { where: { paidOn } }).flatMap(({ payment, borrower }) =>
      feesById(feesOfPayment(payment)(rows))(rows).map((fee) => ({
        borrower,
        kind: 'payment',
        item: itemOfFee(rows)(fee),
      })),
    )

/**
 * Why borrowers are written to when a day is closed. The messages go out on the next day, so the days of the policy are
 * counted from that one.
 */
export const messageCausesOfDay =
  ({ dueSoonDays, recallDays, reservationNoticeDays }: MessagePolicy) =>
  (closing: Day) =>
  (rows: ReadModelRows): Causes => {
    const sentOn = addDays(1)(closing)
    return [
      ...causesOfLoans('dueSoon', addDays(dueSoonDays)(sentOn))(rows),
      ...causesOfLoans('recall', addDays(-recallDays)(sentOn))(rows),
      ...causesOfReservations(addDays(reservationNoticeDays)(sentOn))(rows),
      ...causesOfFees(closing)(rows),
      ...causesOfStatements(closing, sentOn)(rows),
      ...causesOfPayments(closing)(rows),
    ]
  }
