import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { BorrowerId, CopyId, FeeId, LoanId, OfflineCaseId, TitleId, UnmatchedId } from '../values/ids'
import type { Ore } from '../values/ore'
import type { Day } from '../values/day'
import type { BorrowerObligations } from '../policy/borrower-obligations'
import type { AgeClass } from '../policy/age-class'
import type { BorrowerGroup } from '../policy/borrower-group'
import type { BorrowerTraits } from '../policy/reservable-material'
import type { BorrowerStanding } from '../policy/borrower-standing'

/** A fee of a borrower: owed, or settled and not yet erased. Amounts are in øre. */
export interface BorrowerFee {
  readonly fee: FeeId
  readonly borrower: BorrowerId
  readonly kind: 'lateness' | 'compensation'
  readonly amount: Ore
  readonly lentOn: Day
  readonly dueOn: Day
  readonly occasion: Day
  readonly settled: boolean
}

/** A loan that has not ended. */
export interface CurrentLoan {
  readonly loan: LoanId
  readonly borrower: BorrowerId
  readonly title: TitleId
  readonly dueOn: Day
}

/** An open case of an offline machine: its copy, and what a resolution names. */
export interface OpenOfflineCase {
  readonly copy: CopyId
  readonly resolved: { readonly loan: LoanId } | { readonly unmatched: UnmatchedId }
}

/** What was decided about a loan at lending, and is not changed by renewals. */
export interface LoanAtLending {
  readonly title: TitleId
  readonly name: string
  readonly lentOn: Day
  readonly borrowerGroup: BorrowerGroup
  readonly ageClass: AgeClass
}

/** The queries that decisions need. Each answer includes all events that both logs held when it was asked. */
export interface DecisionQueries {
  /** Undefined when no borrower has the id, or the borrower is about to be erased. */
  readonly standing: (borrower: BorrowerId) => TaskEither<EventReadError, BorrowerStanding | undefined>
  /** The group and the birth date of those of the borrowers who are registered, and not about to be erased. */
  readonly traitsOf: (
    borrowers: ReadonlyArray<BorrowerId>,
  ) => TaskEither<EventReadError, ReadonlyMap<BorrowerId, BorrowerTraits>>
  readonly obligations: (borrower: BorrowerId) => TaskEither<EventReadError, BorrowerObligations>
  readonly fees: (borrower: BorrowerId) => TaskEither<EventReadError, ReadonlyArray<BorrowerFee>>
  /** The fees named by payments that are made and not completed. */
  readonly feesBeingPaid: (borrower: BorrowerId) => TaskEither<EventReadError, ReadonlyArray<FeeId>>
  /** The unsettled compensation for a copy, if any. */
  readonly unsettledCompensationFor: (copy: CopyId) => TaskEither<EventReadError, BorrowerFee | undefined>
  /** The present loan of a copy; undefined when it is not on loan, or its borrower is erased. */
  readonly currentLoanOf: (copy: CopyId) => TaskEither<EventReadError, CurrentLoan | undefined>
  /** The open case with an id; undefined when it is resolved, forgotten, or never was. */
  readonly offlineCase: (id: OfflineCaseId) => TaskEither<EventReadError, OpenOfflineCase | undefined>
  /** A loan, running or ended; undefined when it is unknown, undone or forgotten. */
  readonly loanAtLending: (loan: LoanId) => TaskEither<EventReadError, LoanAtLending | undefined>
  readonly copiesOf: (title: TitleId) => TaskEither<EventReadError, ReadonlyArray<CopyId>>
  /**
   * The borrower who has a borrower number, card number or CPR number; undefined when no registered borrower has it.
   */
  readonly borrowerWithNumber: (
    by: 'number' | 'card' | 'cpr',
    value: string,
  ) => TaskEither<EventReadError, BorrowerId | undefined>
}
