import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId, PaymentId } from '../../values/ids'
import { Ore } from '../../values/ore'

/** A borrower paid several fees together. A reaction then pays each fee. */
export const PaymentMade = defineEvent('PaymentMade', 1, {
  open: { payment: PaymentId, latestEnd: Day },
  sealed: {
    payment: { borrower: BorrowerId, order: t.string, fees: t.readonlyArray(FeeId), amount: Ore, paidOn: Day },
  },
})
export type PaymentMade = EventOf<typeof PaymentMade>
