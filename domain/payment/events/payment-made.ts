import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId, PaymentId } from '../../values/ids'
import { Ore } from '../../values/ore'

/** A borrower has paid several fees at once; each is paid in turn by what follows from this. */
export const PaymentMade = defineEvent('PaymentMade', 1, {
  open: { payment: PaymentId, latestEnd: Day },
  sealed: {
    payment: { borrower: BorrowerId, order: t.string, fees: t.readonlyArray(FeeId), amount: Ore, paidOn: Day },
  },
})
export type PaymentMade = EventOf<typeof PaymentMade>
