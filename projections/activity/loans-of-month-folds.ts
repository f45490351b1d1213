import { putRow, removeRows } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { loansOfMonthTable } from './activity-tables'

export const loansOfMonthFolds: EventFolds = {
  LoanStarted: ({ open: { loan, statistics }, sealed: { statistics: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(loansOfMonthTable)({ loan, statistics, ...part.value })],
  PastLoanRecorded: ({ open: { loan, statistics }, sealed: { statistics: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(loansOfMonthTable)({ loan, statistics, ...part.value })],
  LoanUndone: ({ open: { loan } }) => [removeRows(loansOfMonthTable)({ loan })],
}
