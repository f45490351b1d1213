import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId } from '../../values/ids'
import { HalfYear } from '../../values/month'

/** Written by a month's closing: the borrower used the library in this half-year. Inactivity is counted from here. */
export const BorrowerSeen = defineEvent('BorrowerSeen', 1, {
  open: { borrower: BorrowerId, halfYear: HalfYear },
  sealed: {},
})
export type BorrowerSeen = EventOf<typeof BorrowerSeen>
