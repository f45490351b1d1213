import type { MessageItem } from '../../domain/message/message-item'
import type { MessageKind } from '../../domain/message/message-kind'
import type { Day } from '../../domain/values/day'
import { unsettledFeesOfBorrower } from '../fees/fee-queries'
import type { FeeRow } from '../fees/fee-tables'
import { loansTable } from '../loans/loans-table'
import { reservationsTable } from '../queue/queue-tables'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { itemOfFee, itemOfLoan, itemOfReservation } from './message-items'
import { itemsOfMessage } from './message-queries'
import type { MessageRow } from './message-table'
import { statementItems } from './statement-items'

type Items = ReadonlyArray<MessageItem>

/** What could cause a message of this kind to its borrower now. */
type CurrentItems = (message: MessageRow, rows: ReadModelRows, today: Day) => Items

const loansToAnnounce: CurrentItems = ({ borrower }, rows) =>
  rows.find(loansTable, { where: { borrower, endedOn: null, claimedOn: null } }).map(itemOfLoan)

const waitingReservations: CurrentItems = ({ borrower }, rows) =>
  rows.find(reservationsTable, { where: { borrower, copy: null } }).map(itemOfReservation(rows))

const feesOfKind =
  (kind: FeeRow['kind']): CurrentItems =>
  ({ borrower }, rows) =>
    unsettledFeesOfBorrower(borrower)(rows)
      .filter((fee) => fee.kind === kind)
      .map(itemOfFee(rows))

/** The copy that stands ready under the number that the message tells, with the deadline of now. */
const readyCopy: CurrentItems = (message, rows) => {
  const { borrower, pickUpBranch, pickUpNumber } = message
  if (pickUpBranch === null) return []
  const [ready] = rows.find(reservationsTable, { where: { borrower, pickUpBranch, pickUpNumber } })
  return ready === undefined ? [] : itemsOfMessage(message).map((item) => ({ ...item, day: ready.pickUpBy }))
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
  statement: ({ borrower }, rows, today) => statementItems(borrower, today)(rows),
}

/** Whether two items tell of one thing. An amount may be reduced meanwhile. */
const isSameThing =
  (kind: MessageKind, made: MessageItem) =>
  (now: MessageItem): boolean =>
    now.name === made.name && (kind === 'readyForPickUp' || now.day === made.day)

/**
 * Of what a message was made of, that which still stands on a day, with the amounts of now: the loan runs, with the same
 * due day; the reservation waits, or its copy stands ready; the fee is owed. Nothing when its cause has ended.
 */
export const standingItems =
  (message: MessageRow, today: Day) =>
  (rows: ReadModelRows): Items => {
    const left = [...currentItems[message.kind](message, rows, today)]
    return itemsOfMessage(message).flatMap((made) => {
      const at = left.findIndex(isSameThing(message.kind, made))
      return at < 0 ? [] : left.splice(at, 1)
    })
  }
