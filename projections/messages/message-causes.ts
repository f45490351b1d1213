import type { MessageCause } from '../../domain/closing/messages-of-day'
import type { Policy } from '../../domain/policy/policy'
import { addDays, type Day } from '../../domain/values/day'
import { copiesOfTitle } from '../copies/copy-queries'
import { feesById, itemsOfFee } from '../fees/fee-queries'
import { feesTable, paymentsTable, type FeeRow } from '../fees/fee-tables'
import { feesOfPayment } from '../fees/payment-queries'
import { loansTable } from '../loans/loans-table'
import { reservationsTable } from '../queue/queue-tables'
import type { ReadModelRows } from '../read-model/read-model-rows'

type Causes = ReadonlyArray<MessageCause>

/** What is claimed returned is neither announced nor recalled. */
const causesOfLoans =
  (kind: 'dueSoon' | 'recall', dueOn: Day) =>
  (rows: ReadModelRows): Causes =>
    rows
      .find(loansTable, { where: { endedOn: null, dueOn, claimedOn: null } })
      .map(({ borrower, name }) => ({ borrower, kind, item: { name, day: dueOn, amount: null } }))

const causesOfReservations =
  (interestUntil: Day) =>
  (rows: ReadModelRows): Causes =>
    rows.find(reservationsTable, { where: { interestUntil, copy: null } }).map(({ borrower, title }) => ({
      borrower,
      kind: 'reservationRunningOut',
      item: { name: copiesOfTitle(title)(rows)[0]?.name ?? title, day: interestUntil, amount: null },
    }))

const namesOfFee =
  (rows: ReadModelRows) =>
  ({ fee }: FeeRow): string =>
    itemsOfFee(fee)(rows)
      .map(({ name }) => name)
      .join('; ')

/** Fees that were levied on a day and are still owed. */
const causesOfFees =
  (leviedOn: Day) =>
  (rows: ReadModelRows): Causes =>
    rows.find(feesTable, { where: { leviedOn, settledOn: null } }).map((fee) => ({
      borrower: fee.borrower,
      kind: fee.kind === 'compensation' ? 'bill' : 'fee',
      item: { name: namesOfFee(rows)(fee), day: null, amount: fee.amount },
    }))

/** "A written notice first": of the fees whose notice was asked for on a day. `payBy` is the last day to pay. */
const causesOfCollection =
  (noticeRequestedOn: Day, payBy: Day) =>
  (rows: ReadModelRows): Causes =>
    rows
      .find(feesTable, { where: { noticeRequestedOn, collection: 'noticeRequested', settledOn: null } })
      .map((fee) => ({
        borrower: fee.borrower,
        kind: 'collectionNotice',
        item: { name: namesOfFee(rows)(fee), day: payBy, amount: fee.amount },
      }))

const causesOfPayments =
  (paidOn: Day) =>
  (rows: ReadModelRows): Causes =>
    rows.find(paymentsTable, { where: { paidOn } }).flatMap(({ payment, borrower }) =>
      feesById(feesOfPayment(payment)(rows))(rows).map((fee) => ({
        borrower,
        kind: 'payment',
        item: { name: namesOfFee(rows)(fee), day: null, amount: fee.amount },
      })),
    )

/**
 * Why borrowers are written to when a day is closed. The messages go out on the next day, so the days of the policy are
 * counted from that one.
 */
export const messageCausesOfDay =
  ({
    messages: { dueSoonDays, recallDays, reservationNoticeDays },
    collection,
  }: Pick<Policy, 'messages' | 'collection'>) =>
  (closing: Day) =>
  (rows: ReadModelRows): Causes => {
    const sentOn = addDays(1)(closing)
    return [
      ...causesOfLoans('dueSoon', addDays(dueSoonDays)(sentOn))(rows),
      ...causesOfLoans('recall', addDays(-recallDays)(sentOn))(rows),
      ...causesOfReservations(addDays(reservationNoticeDays)(sentOn))(rows),
      ...causesOfFees(closing)(rows),
      ...causesOfCollection(closing, addDays(collection.daysToPay)(sentOn))(rows),
      ...causesOfPayments(closing)(rows),
    ]
  }
