import { defineEvent, type EventOf } from '../../event/define-event'
import { AbsenceId, BorrowerId } from '../../values/ids'
import { Month } from '../../values/month'

/**
 * A month's closing found that the last day of the absence period lies in the month, or before it. The period is erased
 * with the closing of the next month.
 */
export const AbsenceEnded = defineEvent('AbsenceEnded', 1, {
  open: { borrower: BorrowerId, absence: AbsenceId, endedIn: Month },
  sealed: {},
})
export type AbsenceEnded = EventOf<typeof AbsenceEnded>
