import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId, PaymentId } from '../../values/ids'
import { Ore } from '../../values/ore'

/**
 * A borrower, or the guardian, was sent to the payment service with an order. Nothing is paid before the service confirms it
 * (`PaymentMade`). Without that the payment is erased on its latest end.
 */
export const PaymentStarted = defineEvent('PaymentStarted', 1, {
  open: { payment: PaymentId, latestEnd: Day },
  sealed: {
    payment: { borrower: BorrowerId, order: t.string, fees: t.readonlyArray(FeeId), amount: Ore, startedOn: Day },
  },
})
export type PaymentStarted = EventOf<typeof PaymentStarted>
