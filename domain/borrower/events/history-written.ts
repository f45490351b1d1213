import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, HistoryId } from '../../values/ids'
import { Month } from '../../values/month'
import { HistoryEntry } from '../history/history-entry'

/** A month's closing wrote the month into the history of a borrower who consented, whether or not they borrowed. */
export const HistoryWritten = defineEvent('HistoryWritten', 1, {
  open: { borrower: BorrowerId, history: HistoryId, month: Month },
  sealed: { history: { entry: HistoryEntry } },
})
export type HistoryWritten = EventOf<typeof HistoryWritten>
