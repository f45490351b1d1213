import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId } from '../../values/ids'
import { Month } from '../../values/month'

/** A month's closing found the borrower inactive for two years, holding and owing nothing. The borrower is erased. */
export const BorrowerLapsed = defineEvent('BorrowerLapsed', 1, {
  open: { borrower: BorrowerId, lapsedIn: Month },
  sealed: {},
})
export type BorrowerLapsed = EventOf<typeof BorrowerLapsed>
