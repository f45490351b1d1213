import type { MessageItem } from '../../domain/message/message-item'
import type { Day } from '../../domain/values/day'
import { nameOfTitle } from '../copies/copy-queries'
import { itemsOfFee } from '../fees/fee-queries'
import type { FeeRow } from '../fees/fee-tables'
import type { LoanRow } from '../loans/loans-table'
import type { ReservationRow } from '../queue/queue-tables'
import type { ReadModelRows } from '../read-model/read-model-rows'

/** What a message tells of a running loan. */
export const itemOfLoan = ({ name, dueOn }: Pick<LoanRow, 'name' | 'dueOn'>): MessageItem => ({
  name,
  day: dueOn,
  amount: null,
})

/** What a message tells of a reservation that waits. */
export const itemOfReservation =
  (rows: ReadModelRows) =>
  ({ title, interestUntil }: Pick<ReservationRow, 'title' | 'interestUntil'>): MessageItem => ({
    name: nameOfTitle(title)(rows) ?? title,
    day: interestUntil,
    amount: null,
  })

/** What a message tells of a fee, a bill or its payment: all its titles, and the amount. */
export const itemOfFee =
  (rows: ReadModelRows) =>
  ({ fee, amount }: Pick<FeeRow, 'fee' | 'amount'>): MessageItem => ({
    name: itemsOfFee(fee)(rows)
      .map(({ name }) => name)
      .join('; '),
    day: null,
    amount,
  })

/** What the notice before a collection tells of a fee. `payBy` is the last day to pay it. */
export const itemOfNotice =
  (rows: ReadModelRows, payBy: Day) =>
  (fee: Pick<FeeRow, 'fee' | 'amount'>): MessageItem => ({ ...itemOfFee(rows)(fee), day: payBy })
