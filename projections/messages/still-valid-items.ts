import type { MessageItem } from '../../domain/message/message-item'
import type { MessageKind } from '../../domain/message/message-kind'
import { effectiveDeadline, type EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { Policy } from '../../domain/policy/policy'
import { addDays, type Day } from '../../domain/values/day'
import { unsettledFeesOfBorrower } from '../fees/fee-queries'
import type { FeeRow } from '../fees/fee-tables'
import { loansToReturnOfBorrower } from '../loans/loan-queries'
import { withEffectiveDueDay } from '../loans/loan-with-effective-due-day'
import { reservationsTable } from '../queue/queue-tables'
import { withEffectivePickUpDeadline } from '../queue/with-effective-pick-up-deadline'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { itemOfFee, itemOfLoan, itemOfNotice, itemOfReservation } from './message-items'
import { itemsOfMessage } from './message-queries'
import type { MessageRow } from './message-table'
import { statementItems } from './statement-items'

type Items = ReadonlyArray<MessageItem>

/** The day on which a message is sent or printed, and the deadlines as closed days are known on it. */
export interface DayOfSending {
  readonly today: Day
  readonly deadlineAt: EffectiveDeadline
  /** The last day to pay before a fee is passed on for collection, when the notice goes out on this day. */
  readonly payBy: Day
}

/** The day on which a message is sent or printed, under the policy in force on it. */
export const dayOfSending = (policy: Pick<Policy, 'closedDays' | 'collection'>, today: Day): DayOfSending => ({
  today,
  deadlineAt: effectiveDeadline(policy),
  payBy: addDays(policy.collection.daysToPay)(today),
})

/** What could cause a message of this kind to its borrower now. */
type CurrentItems = (message: MessageRow, rows: ReadModelRows, on: DayOfSending) => Items

const loansToAnnounce: CurrentItems = ({ borrower }, rows, { deadlineAt }) =>
  loansToReturnOfBorrower(borrower)(rows).map(withEffectiveDueDay(deadlineAt)).map(itemOfLoan)

const waitingReservations: CurrentItems = ({ borrower }, rows) =>
  rows.find(reservationsTable, { where: { borrower, copy: null } }).map(itemOfReservation(rows))

const feesOfKind =
  (kind: FeeRow['kind']): CurrentItems =>
  ({ borrower }, rows) =>
    unsettledFeesOfBorrower(borrower)(rows)
      .filter((fee) => fee.kind === kind)
      .map(itemOfFee(rows))

const feesToCollect: CurrentItems = ({ borrower }, rows, { payBy }) =>
  unsettledFeesOfBorrower(borrower)(rows)
    .filter(({ collection }) => collection === 'noticeRequested')
    .map(itemOfNotice(rows, payBy))

/** The copy that stands ready under the number that the message tells, with the deadline of now. */
const readyCopy: CurrentItems = (message, rows, { deadlineAt }) => {
  const { borrower, pickUpBranch, pickUpNumber } = message
  if (pickUpBranch === null) return []
  const [ready] = rows.find(reservationsTable, { where: { borrower, pickUpBranch, pickUpNumber } })
  if (ready === undefined) return []
  const { pickUpBy: day } = withEffectivePickUpDeadline(deadlineAt)(ready)
  return itemsOfMessage(message).map((item) => ({ ...item, day }))
}

const currentItems: Readonly<Record<MessageKind, CurrentItems>> = {
  dueSoon: loansToAnnounce,
  recall: loansToAnnounce,
  bill: feesOfKind('compensation'),
  readyForPickUp: readyCopy,
  reservationRunningOut: waitingReservations,
  fee: feesOfKind('lateness'),
  // A payment has happened, whatever comes after it.
  payment: itemsOfMessage,
  collectionNotice: feesToCollect,
  statement: ({ borrower }, rows, { deadlineAt, today }) => statementItems(deadlineAt)(borrower, today)(rows),
}

/** Whether two items tell of one thing. An amount may be reduced meanwhile. */
const isSameThing =
  (kind: MessageKind, made: MessageItem) =>
  (now: MessageItem): boolean =>
    now.name === made.name && (kind === 'readyForPickUp' || kind === 'collectionNotice' || now.day === made.day)

/**
 * Of what a message was made of, that which still stands on a day, with the amounts and the day to pay by of now: the loan
 * runs, with the same due day; the reservation waits, or its copy stands ready; the fee is owed. Nothing when its cause has
 * ended.
 */
export const stillValidItems =
  (message: MessageRow, on: DayOfSending) =>
  (rows: ReadModelRows): Items => {
    const left = [...currentItems[message.kind](message, rows, on)]
    return itemsOfMessage(message).flatMap((made) => {
      const at = left.findIndex(isSameThing(message.kind, made))
      return at < 0 ? [] : left.splice(at, 1)
    })
  }
