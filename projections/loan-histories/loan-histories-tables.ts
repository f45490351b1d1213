import type { BorrowerId, HistoryId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  defineTable,
  personalNumberColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** The consents that were not withdrawn. */
export const historyConsentsTable = defineTable(
  'historyConsents',
  {
    history: purgedWithColumn<HistoryId>('history'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    givenIn: personalTextColumn<Month>(),
  },
  ['history'],
)
export type HistoryConsentRow = TableRow<typeof historyConsentsTable>

/** The months of the histories. */
export const historyMonthsTable = defineTable(
  'historyMonths',
  {
    history: purgedWithColumn<HistoryId>('history'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    month: personalTextColumn<Month>(),
    /** The titles, with a blank between them. */
    titles: personalTextColumn(),
    omitted: personalNumberColumn(),
  },
  ['history', 'month'],
)
export type HistoryMonthRow = TableRow<typeof historyMonthsTable>
