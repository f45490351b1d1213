import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, HistoryId } from '../../values/ids'
import { Month } from '../../values/month'

/**
 * The borrower consented that the library keeps a history of their loans. It begins with the month after: what was
 * lent before the consent is not in it.
 */
export const HistoryConsentGiven = defineEvent('HistoryConsentGiven', 1, {
  open: { borrower: BorrowerId, history: HistoryId, givenIn: Month },
  sealed: { history: { givenBy: t.keyof({ borrower: null, staff: null }) } },
})
export type HistoryConsentGiven = EventOf<typeof HistoryConsentGiven>
