import { putRow, removeRows } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { loansForMonthStatisticsTable } from './activity-tables'

export const loansOfMonthFolds: EventFolds = {
  LoanStarted: ({ open: { loan, statistics }, sealed: { statistics: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(loansForMonthStatisticsTable)({ loan, statistics, ...part.value })],
  PastLoanRecorded: ({ open: { loan, statistics }, sealed: { statistics: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(loansForMonthStatisticsTable)({ loan, statistics, ...part.value })],
  LoanUndone: ({ open: { loan } }) => [removeRows(loansForMonthStatisticsTable)({ loan })],
}
