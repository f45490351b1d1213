import type { MessageCause } from '../../domain/closing/messages-of-day'
import { effectiveDeadline, recordedDeadlinesFallingOn } from '../../domain/policy/effective-deadline'
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

/** The values of the policy that say when borrowers are written to. */
type MessageCausePolicy = Pick<Policy, 'closedDays' | 'messages'>

/** What is claimed returned is neither announced nor recalled. */
const causesOfLoans =
  (policy: MessageCausePolicy, kind: 'dueSoon' | 'recall', dueOn: Day) =>
  (rows: ReadModelRows): Causes =>
    rows
      .find(loansTable, {
        where: { endedOn: null, claimedOn: null },
        oneOf: { dueOn: recordedDeadlinesFallingOn(policy)(dueOn) },
      })
      .filter((loan) => effectiveDeadline(policy)(loan.branch)(loan.dueOn) === dueOn)
      .map(({ borrower, name }) => ({ borrower, kind, item: { name, day: dueOn, amount: null } }))

const causesOfReservations =
  (interestUntil: Day) =>
  (rows: ReadModelRows): Causes =>
    rows.find(reservationsTable, { where: { pickUpBy: null, interestUntil } }).map(({ borrower, title }) => ({
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
      ...causesOfPayments(closing)(rows),
    ]
  }
