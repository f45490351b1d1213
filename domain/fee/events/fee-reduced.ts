import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeTransactionRole } from '../fee-transaction-role'

/** Staff reduced a fee `by` an amount. `amount` is what is still owed. */
export const FeeReduced = defineEvent('FeeReduced', 1, {
  open: { fee: FeeId },
  sealed: {
    fee: { borrower: BorrowerId, by: Ore, amount: Ore, reducedOn: Day, reason: t.string, role: FeeTransactionRole },
  },
})
export type FeeReduced = EventOf<typeof FeeReduced>
