import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unreadable } from '../command-handling/remember'
import type { BorrowerId, CopyId, FeeId, LoanId, TitleId } from '../values/ids'
import type { Ore } from '../values/ore'
import type { Day } from '../values/day'
import type { Holdings } from '../policy/holdings'
import type { Standing } from '../policy/standing'

/** A fee that a borrower still owes, or has settled and not yet been forgotten. Amounts are in øre. */
export interface FeeKnown {
  readonly fee: FeeId
  readonly borrower: BorrowerId
  readonly kind: 'lateness' | 'compensation'
  readonly amount: Ore
  readonly lentOn: Day
  readonly dueOn: Day
  readonly occasion: Day
  readonly settled: boolean
}

/** A loan that runs. */
export interface LoanKnown {
  readonly loan: LoanId
  readonly borrower: BorrowerId
  readonly title: TitleId
  readonly dueOn: Day
}

/** What can be looked up while something is decided. Each answer has passed both logs' ends as they were when asked. */
export interface LookUp {
  /** Undefined when nobody has that id, or whoever had it is about to be erased. */
  readonly standing: (borrower: BorrowerId) => TaskEither<Unreadable, Standing | undefined>
  readonly holdings: (borrower: BorrowerId) => TaskEither<Unreadable, Holdings>
  readonly fees: (borrower: BorrowerId) => TaskEither<Unreadable, ReadonlyArray<FeeKnown>>
  /** The fees that payments name which are made and not finished. */
  readonly feesBeingPaid: (borrower: BorrowerId) => TaskEither<Unreadable, ReadonlyArray<FeeId>>
  /** The unsettled compensation for a copy, if any. */
  readonly compensationFor: (copy: CopyId) => TaskEither<Unreadable, FeeKnown | undefined>
  /** The loan that runs on a copy; undefined while nobody has it, or nobody knows who. */
  readonly loanOf: (copy: CopyId) => TaskEither<Unreadable, LoanKnown | undefined>
  readonly copiesOf: (title: TitleId) => TaskEither<Unreadable, ReadonlyArray<CopyId>>
  /** Whom a borrower number, a card number or a CPR number belongs to: undefined when nobody, or no longer anybody. */
  readonly borrowerWith: (
    by: 'number' | 'card' | 'cpr',
    value: string,
  ) => TaskEither<Unreadable, BorrowerId | undefined>
}
