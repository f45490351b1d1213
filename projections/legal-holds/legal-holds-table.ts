import type { HeldClass } from '../../domain/hold/holdable-class'
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
    class: personalTextColumn<HeldClass>(),
    setOn: personalTextColumn<Day>(),
    lastDay: personalTextColumn<Day>(),
    /** The day on which it was released; null while it was not. */
    releasedOn: nullablePersonalTextColumn<Day>(),
    by: personalTextColumn(),
    why: personalTextColumn(),
    caseNumber: personalTextColumn(),
    /** On which basis the borrower is told that the record is kept, and why; null when the hold may not be told. */
    basisForBorrower: nullablePersonalTextColumn(),
    reasonForBorrower: nullablePersonalTextColumn(),
  },
  ['hold'],
)
export type LegalHoldRow = TableRow<typeof legalHoldsTable>
