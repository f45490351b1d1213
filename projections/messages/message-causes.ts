import type { MessageCause } from '../../domain/closing/messages-of-day'
import { effectiveDeadline, recordedDeadlinesFallingOn } from '../../domain/policy/effective-deadline'
import type { Policy } from '../../domain/policy/policy'
import { addDays, type Day } from '../../domain/values/day'
import { feesById } from '../fees/fee-queries'
import { feesTable, paymentsTable, type FeeRow } from '../fees/fee-tables'
import { feesOfPayment } from '../fees/payment-queries'
import { withEffectiveDueDay } from '../loans/loan-with-effective-due-day'
import { loansTable } from '../loans/loans-table'
import { reservationsTable } from '../queue/queue-tables'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { itemOfFee, itemOfLoan, itemOfNotice, itemOfReservation } from './message-items'
import { statementItems } from './statement-items'

type Causes = ReadonlyArray<MessageCause>

/** The values of the policy that say when borrowers are written to. */
type MessageCausePolicy = Pick<Policy, 'closedDays' | 'collection' | 'messages'>

/** What is claimed returned is neither announced nor recalled. */
const causesOfLoans =
  (policy: MessageCausePolicy, kind: 'dueSoon' | 'recall', dueOn: Day) =>
  (rows: ReadModelRows): Causes =>
    rows
      .find(loansTable, {
        where: { endedOn: null, claimedOn: null },
        oneOf: { dueOn: recordedDeadlinesFallingOn(policy)(dueOn) },
      })
      .map(withEffectiveDueDay(effectiveDeadline(policy)))
      .filter((loan) => loan.dueOn === dueOn)
      .map((loan) => ({ borrower: loan.borrower, kind, item: itemOfLoan(loan) }))

const causesOfReservations =
  (interestUntil: Day) =>
  (rows: ReadModelRows): Causes =>
    rows.find(reservationsTable, { where: { pickUpBy: null, interestUntil } }).map((reservation) => ({
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
  (policy: MessageCausePolicy, billedOn: Day, sentOn: Day) =>
  (rows: ReadModelRows): Causes => {
    const itemsAt = statementItems(effectiveDeadline(policy))
    const bills = feesOwedSince(billedOn, rows).filter(({ kind }) => kind === 'compensation')
    return [...new Set(bills.map(({ borrower }) => borrower))].flatMap((borrower) =>
      itemsAt(borrower, sentOn)(rows).map((item) => ({ borrower, kind: 'statement', item })),
    )
  }

/** "A written notice first": of the fees whose notice was asked for on a day. `payBy` is the last day to pay. */
const causesOfCollection =
  (noticeRequestedOn: Day, payBy: Day) =>
  (rows: ReadModelRows): Causes =>
    rows
      .find(feesTable, { where: { noticeRequestedOn, collection: 'noticeRequested', settledOn: null } })
      .map((fee) => ({ borrower: fee.borrower, kind: 'collectionNotice', item: itemOfNotice(rows, payBy)(fee) }))

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
  (policy: MessageCausePolicy) =>
  (closing: Day) =>
  (rows: ReadModelRows): Causes => {
    const { dueSoonDays, recallDays, reservationNoticeDays } = policy.messages
    const sentOn = addDays(1)(closing)
    return [
      ...causesOfLoans(policy, 'dueSoon', addDays(dueSoonDays)(sentOn))(rows),
      ...causesOfLoans(policy, 'recall', addDays(-recallDays)(sentOn))(rows),
      ...causesOfReservations(addDays(reservationNoticeDays)(sentOn))(rows),
      ...causesOfFees(closing)(rows),
      ...causesOfStatements(policy, closing, sentOn)(rows),
      ...causesOfCollection(closing, addDays(policy.collection.daysToPay)(sentOn))(rows),
      ...causesOfPayments(closing)(rows),
    ]
  }
