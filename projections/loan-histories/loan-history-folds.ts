import type { EventFolds } from '../read-model/read-model'
import { putRow, removeRows } from '../read-model/row-change'
import { historyConsentsTable, historyMonthsTable } from './loan-histories-tables'

/** A withdrawn consent removes the history at once; its key is destroyed with the month's closing. */
export const loanHistoryFolds: EventFolds = {
  HistoryConsentGiven: ({ open, sealed }) =>
    sealed.history._tag === 'Erased' ? [] : [putRow(historyConsentsTable)(open)],
  HistoryWritten: ({ open: { borrower, history, month }, sealed }) => {
    if (sealed.history._tag === 'Erased') return []
    const { titles, omitted } = sealed.history.value.entry
    return [putRow(historyMonthsTable)({ borrower, history, month, titles: titles.join(' '), omitted })]
  },
  HistoryConsentWithdrawn: ({ open: { history } }) => [
    removeRows(historyConsentsTable)({ history }),
    removeRows(historyMonthsTable)({ history }),
  ],
}
