import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId } from '../../values/ids'
import { HalfYear } from '../../values/month'

/** A month's closing found that the borrower used the library in this half-year. Inactivity is counted from it. */
export const BorrowerSeen = defineEvent('BorrowerSeen', 1, {
  open: { borrower: BorrowerId, halfYear: HalfYear },
  sealed: {},
})
export type BorrowerSeen = EventOf<typeof BorrowerSeen>
