import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, HistoryId } from '../../values/ids'

/** The borrower withdrew the consent. The history is erased with the closing of the month. */
export const HistoryConsentWithdrawn = defineEvent('HistoryConsentWithdrawn', 1, {
  open: { borrower: BorrowerId, history: HistoryId },
  sealed: {},
})
export type HistoryConsentWithdrawn = EventOf<typeof HistoryConsentWithdrawn>
