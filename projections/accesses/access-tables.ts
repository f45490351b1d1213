import type { OpenedData, OpenerRole } from '../../domain/access/opening'
import type { Day } from '../../domain/values/day'
import type { AccessId, BorrowerId, ViewId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  defineTable,
  nullablePersonalTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** The openings of records of the month, until its closing. */
export const accessesTable = defineTable(
  'accesses',
  {
    access: purgedWithColumn<AccessId>('access'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    /** The month whose closing erases it. */
    month: personalTextColumn<Month>(),
    day: personalTextColumn<Day>(),
    role: personalTextColumn<OpenerRole>(),
    reason: personalTextColumn(),
    opened: personalTextColumn<OpenedData>(),
    staffNumber: nullablePersonalTextColumn(),
    /** Who approved it; null when it needed no approval. */
    approvedBy: nullablePersonalTextColumn(),
  },
  ['access'],
  [],
)
export type AccessRow = TableRow<typeof accessesTable>

/** In which months borrowers were looked at, and why. */
export const viewsTable = defineTable(
  'views',
  {
    view: purgedWithColumn<ViewId>('view'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    month: personalTextColumn<Month>(),
    /** A JSON list of `View`. */
    views: personalTextColumn(),
  },
  ['view'],
  [],
)
