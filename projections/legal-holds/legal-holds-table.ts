import type { HoldableClass } from '../../domain/hold/holdable-class'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, HoldId, ScopeId } from '../../domain/values/ids'
import {
  defineTable,
  nullablePersonalTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** The legal holds that are not erased: those that stand, and those that ended today. */
export const legalHoldsTable = defineTable(
  'legalHolds',
  {
    hold: purgedWithColumn<HoldId>('hold'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    scope: personalTextColumn<ScopeId>(),
    class: personalTextColumn<HoldableClass>(),
    setOn: personalTextColumn<Day>(),
    lastDay: personalTextColumn<Day>(),
    /** The day on which it was released; null while it was not. */
    releasedOn: nullablePersonalTextColumn<Day>(),
    by: personalTextColumn(),
    why: personalTextColumn(),
    caseNumber: personalTextColumn(),
  },
  ['hold'],
)
export type LegalHoldRow = TableRow<typeof legalHoldsTable>
