import type { EventMetadata } from '../../domain/event/domain-event'
import type { BranchId, CopyId } from '../../domain/values/ids'
import { incrementColumns, putRow, removeRows, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { monthOfRecording } from '../read-model/month-of-recording'
import {
  loansForMonthStatisticsTable,
  renewalsForMonthStatisticsTable,
  reservationsForMonthStatisticsTable,
  returnsForMonthStatisticsTable,
} from './activity-tables'

const putReturn = (metadata: EventMetadata, copy: CopyId, branch: BranchId): RowChange =>
  putRow(returnsForMonthStatisticsTable)({ month: monthOfRecording(metadata), event: metadata.id, copy, branch })

export const activityFolds: EventFolds = {
  LoanStarted: ({ open: { loan, statistics, copy, branch }, sealed: { statistics: part } }) =>
    part._tag === 'Erased'
      ? []
      : [putRow(loansForMonthStatisticsTable)({ loan, statistics, copy, branch, ...part.value })],
  PastLoanRecorded: ({ metadata, open, sealed: { statistics: part } }) => {
    const { loan, statistics, copy, branch, returnedTo } = open
    const returned = putReturn(metadata, copy, returnedTo)
    return part._tag === 'Erased'
      ? [returned]
      : [putRow(loansForMonthStatisticsTable)({ loan, statistics, copy, branch, ...part.value }), returned]
  },
  LoanUndone: ({ open: { loan } }) => [removeRows(loansForMonthStatisticsTable)({ loan })],
  LoanRenewed: ({ metadata, open: { loan, copy } }) => [
    incrementColumns(renewalsForMonthStatisticsTable)(
      { month: monthOfRecording(metadata), loan, copy },
      { renewals: 1 },
    ),
  ],
  LoanReturned: ({ metadata, open: { copy, branch } }) => [putReturn(metadata, copy, branch)],
  ClaimedCopyFound: ({ metadata, open: { copy, branch } }) => [putReturn(metadata, copy, branch)],
  ReservationCounted: ({ open: { reservation, statistics, title }, sealed: { statistics: part } }) =>
    part._tag === 'Erased'
      ? []
      : [putRow(reservationsForMonthStatisticsTable)({ reservation, statistics, title, ...part.value })],
  MonthCounted: ({ open: { month } }) => [
    removeRows(renewalsForMonthStatisticsTable)({ month }),
    removeRows(returnsForMonthStatisticsTable)({ month }),
  ],
}
