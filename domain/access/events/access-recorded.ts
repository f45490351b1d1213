import { defineEvent, type EventOf } from '../../event/define-event'
import { AccessId, BorrowerId } from '../../values/ids'
import { Month } from '../../values/month'
import { openingFields } from '../opening'

/**
 * A day's closing wrote that somebody opened a record of a borrower. `month` is that of the closing: with the closing of
 * this month it is erased, and what stays is the `view` of the month.
 */
export const AccessRecorded = defineEvent('AccessRecorded', 1, {
  open: { access: AccessId, month: Month },
  sealed: { access: { borrower: BorrowerId, ...openingFields } },
})
export type AccessRecorded = EventOf<typeof AccessRecorded>
