import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, GuardianId } from '../../values/ids'
import { Month } from '../../values/month'

/**
 * Nobody answers for the borrower any more: staff removed the guardian, or a month's closing found that the borrower has come
 * of age. What was known of the guardian is erased with the closing of the next month.
 */
export const GuardianshipEnded = defineEvent('GuardianshipEnded', 1, {
  open: { borrower: BorrowerId, guardian: GuardianId, endedIn: Month },
  sealed: {},
})
export type GuardianshipEnded = EventOf<typeof GuardianshipEnded>
