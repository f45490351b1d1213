import { countScopesByClass } from '../../domain/erasure/count-scopes-by-class'
import type { EventMetadata } from '../../domain/event/domain-event'
import type { Day } from '../../domain/values/day'
import type { BranchId, TitleId } from '../../domain/values/ids'
import { monthOf } from '../../domain/values/month'
import { incrementColumns, putRow, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { monthOfRecording } from '../read-model/month-of-recording'
import {
  branchDayCountsTable,
  leviedFeeCountsTable,
  publishedCellsTable,
  publishedTablesTable,
  erasedScopeCountsTable,
  titleMonthsTable,
} from './statistics-tables'

const countOne =
  (counter: 'loans' | 'undone' | 'returns' | 'bills' | 'found') =>
  (day: Day, { branch, title }: { readonly branch: BranchId; readonly title: TitleId }): ReadonlyArray<RowChange> => [
    incrementColumns(branchDayCountsTable)({ day, branch }, { [counter]: 1 }),
    incrementColumns(titleMonthsTable)({ title, month: monthOf(day) }, { [counter]: 1 }),
  ]
const [countLoan, countUndone, countReturn, countBill, countFound] = [
  countOne('loans'),
  countOne('undone'),
  countOne('returns'),
  countOne('bills'),
  countOne('found'),
]

/**
 * The day on which somebody's act counts: its own, or the day of recording when it falls into an earlier month, whose
 * statistics are made.
 */
const countedOn = ({ metadata }: { readonly metadata: EventMetadata }, day: Day): Day =>
  monthOf(day) < monthOfRecording(metadata) ? (metadata.recorded as Day) : day

/** Counts open parts only. */
export const statisticsFolds: EventFolds = {
  LoanStarted: (event) => countLoan(countedOn(event, event.open.lentOn), event.open),
  PastLoanRecorded: (event) => {
    const { title, branch, lentOn, returnedTo, returnedOn } = event.open
    return [
      ...countLoan(countedOn(event, lentOn), { title, branch }),
      ...countReturn(countedOn(event, returnedOn), { title, branch: returnedTo }),
    ]
  },
  LoanUndone: (event) => countUndone(countedOn(event, event.open.undoneOn), event.open),
  LoanReturned: (event) => countReturn(countedOn(event, event.open.returnedOn), event.open),
  ClaimedCopyFound: (event) => countReturn(countedOn(event, event.open.foundOn), event.open),
  // The closing of a day bills, and is recorded after midnight: the statistics of its month are made after that.
  CopyBilledAsLost: ({ open }) => countBill(open.billedOn, open),
  CopyFound: (event) => countFound(countedOn(event, event.open.foundOn), event.open),
  FeeLevied: ({ open: { kind, leviedOn } }) => [
    incrementColumns(leviedFeeCountsTable)({ month: monthOf(leviedOn), kind }, { fees: 1 }),
  ],
  MonthCounted: ({ open: { month, tables } }) =>
    tables.flatMap(({ of, by, cells }) => [
      putRow(publishedTablesTable)({ month, of, by }),
      ...cells.map((cell) => putRow(publishedCellsTable)({ month, of, by, ...cell })),
    ]),
  ErasureDue: ({ metadata, open: { scopes } }) =>
    [...countScopesByClass(scopes)].map(([name, amount]) =>
      incrementColumns(erasedScopeCountsTable)({ month: monthOfRecording(metadata), class: name }, { scopes: amount }),
    ),
}
