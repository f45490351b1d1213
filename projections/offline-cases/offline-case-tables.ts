import type { BorrowerId, BranchId, CopyId, LoanId, UnmatchedId } from '../../domain/values/ids'
import type { Day } from '../../domain/values/day'
import type { Instant } from '../../domain/values/instant'
import type { UnmatchedActKind, UnmatchedReason } from '../../domain/copy/events/unmatched-act-recorded'
import {
  defineTable,
  nullablePersonalTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** What a machine did with a loan while it was offline, and against what the log has, until staff resolve it. */
export const offlineLoanCasesTable = defineTable(
  'loanCases',
  {
    loan: purgedWithColumn<LoanId>('loan'),
    act: personalTextColumn<'loan' | 'return' | 'renewal'>(),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    copy: personalTextColumn<CopyId>(),
    happenedAt: personalTextColumn<Instant>(),
    /** The reasons, with a blank between them. */
    against: personalTextColumn(),
    recordedOn: personalTextColumn<Day>(),
  },
  ['loan', 'act'],
)
export type OfflineLoanCaseRow = TableRow<typeof offlineLoanCasesTable>

/** What a machine did that is not run, until staff resolve it. */
export const unmatchedCasesTable = defineTable(
  'unmatchedCases',
  {
    unmatched: purgedWithColumn<UnmatchedId>('unmatched'),
    act: personalTextColumn<UnmatchedActKind>(),
    because: personalTextColumn<UnmatchedReason>(),
    copy: personalTextColumn<CopyId>(),
    branch: nullablePersonalTextColumn<BranchId>(),
    presented: nullablePersonalTextColumn(),
    happenedAt: personalTextColumn<Instant>(),
    recordedOn: personalTextColumn<Day>(),
  },
  ['unmatched'],
)
export type UnmatchedOfflineCaseRow = TableRow<typeof unmatchedCasesTable>

/** The copies of acts that were not run, resolved or not: a repeated resolution is answered as the first time. */
export const copiesOfUnmatchedCasesTable = defineTable(
  'unmatchedCopies',
  { unmatched: purgedWithColumn<UnmatchedId>('unmatched'), copy: personalTextColumn<CopyId>() },
  ['unmatched'],
)
