import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { CprRegister, PersonInCprRegister, UnreadableCprRecord } from '../../../domain/ports/cpr-register'
import type { Cpr } from '../../../domain/values/cpr'
import type { BorrowerId } from '../../../domain/values/ids'
import type { BorrowerWithCpr } from '../../../projections/borrowers/cpr-register-queries'

/** What the work with the CPR register needs. The queries read the rows as they are; `catchUp` brings them up to date. */
export interface CprRegisterPorts {
  readonly register: CprRegister
  readonly catchUp: TaskEither<unknown, unknown>
  /** The borrower with a number; undefined when there is none, or the borrower is about to be erased. */
  readonly borrowerWith: (cpr: Cpr) => BorrowerId | undefined
  /**
   * A page of all borrowers who have a number, those who are about to be erased too, and the last borrower of the page;
   * undefined after the last page.
   */
  readonly pageOfBorrowers: (
    last: BorrowerId | undefined,
  ) => { readonly borrowers: ReadonlyArray<BorrowerWithCpr>; readonly last: BorrowerId } | undefined
  readonly numbersOfEndingBorrowers: () => ReadonlyArray<Cpr>
  /** Takes over what the register says. Left: a store failed, and it is tried again. */
  readonly update: (borrower: BorrowerId, person: PersonInCprRegister) => TaskEither<unknown, unknown>
  readonly shuffle: <A>(items: ReadonlyArray<A>) => ReadonlyArray<A>
  readonly reportUnreadable: (record: UnreadableCprRecord) => void
  /** The register does not answer. */
  readonly reportUnavailable: () => void
  /** Whether this process still holds the lease, and is not about to end. */
  readonly mayContinue: Task<boolean>
}
