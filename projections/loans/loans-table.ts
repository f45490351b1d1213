import type { Day } from '../../domain/values/day'
import type { BorrowerId, BranchId, CopyId, LoanId, TitleId } from '../../domain/values/ids'
import type { Position } from '../../domain/ports/event-store'
import type { Month } from '../../domain/values/month'
import type { AgeClass } from '../../domain/policy/age-class'
import type { BorrowerGroup } from '../../domain/policy/borrower-group'
import {
  purgedWithColumn,
  personalTextColumn,
  nullablePersonalTextColumn,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

/** Running loans, and ended loans that are not forgotten yet. */
export const loansTable = defineTable(
  'loans',
  {
    loan: purgedWithColumn<LoanId>('loan'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    copy: personalTextColumn<CopyId>(),
    title: personalTextColumn<TitleId>(),
    /** Where it was lent: its closed days move the due day. */
    branch: personalTextColumn<BranchId>(),
    name: personalTextColumn(),
    borrowerGroup: personalTextColumn<BorrowerGroup>(),
    ageClass: personalTextColumn<AgeClass>(),
    /** Of a loan that continues another, the day of that one. */
    lentOn: personalTextColumn<Day>(),
    /** As it was recorded; of an ended loan, as it was at the end. */
    dueOn: personalTextColumn<Day>(),
    /** Of the event that recorded the loan. */
    position: personalTextColumn<Position>(),
    /** The month in which the loan was recorded; of a loan that continues another, the month of its day of lending. */
    startedIn: personalTextColumn<Month>(),
    /** The month in which the last lending, renewal or return was recorded. */
    lastActIn: personalTextColumn<Month>(),
    endedOn: nullablePersonalTextColumn<Day>(),
    /** `claimed`: found after a claim. `writtenOff`: claimed returned, and not found. */
    end: nullablePersonalTextColumn<'returned' | 'billed' | 'claimed' | 'writtenOff'>(),
    /** The day on which the log had the loan end before that was corrected. */
    previouslyEndedOn: nullablePersonalTextColumn<Day>(),
    /** The day on which the borrower said that the copy was returned. */
    claimedOn: nullablePersonalTextColumn<Day>(),
    /** The day on which a copy that was claimed returned is written off. */
    claimEndsOn: nullablePersonalTextColumn<Day>(),
  },
  ['loan'],
  [['endedOn', 'dueOn'], ['copy']],
  [['claimEndsOn', 'loan']],
)
export type LoanRow = TableRow<typeof loansTable>

/** Loans that were undone, with their copies: a machine that was offline may have renewed them. */
export const undoneLoansTable = defineTable(
  'undoneLoans',
  {
    loan: purgedWithColumn<LoanId>('loan'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    copy: personalTextColumn<CopyId>(),
  },
  ['loan'],
)
export type UndoneLoanRow = TableRow<typeof undoneLoansTable>

/** Renewals after the due day, of loans that are not forgotten yet. */
export const lateRenewalsTable = defineTable(
  'lateRenewals',
  {
    loan: purgedWithColumn<LoanId>('loan'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    /** The due day before the renewal. */
    dueOn: personalTextColumn<Day>(),
    renewedOn: personalTextColumn<Day>(),
  },
  ['loan', 'dueOn'],
)
export type LateRenewalRow = TableRow<typeof lateRenewalsTable>
