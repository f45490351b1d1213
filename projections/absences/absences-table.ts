import type { Day } from '../../domain/values/day'
import type { AbsenceId, BorrowerId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  defineTable,
  nullablePersonalTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** The absence periods that were neither removed nor replaced, until the closing of the month in which each is over. */
export const absencesTable = defineTable(
  'absences',
  {
    absence: purgedWithColumn<AbsenceId>('absence'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    from: personalTextColumn<Day>(),
    /** The last day; null until the period is removed. */
    until: nullablePersonalTextColumn<Day>(),
    /** The month in which it was recorded. */
    recordedIn: personalTextColumn<Month>(),
  },
  ['absence'],
)
export type AbsenceRow = TableRow<typeof absencesTable>
