import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { StoreUnavailable } from '../ports/event-store'
import type { BorrowerId } from '../values/ids'
import type { UseCaseDependencies } from './use-case-dependencies'

/** A number that only one registered borrower may have. */
export interface UniqueNumber {
  readonly kindOfNumber: 'number' | 'card' | 'cpr'
  readonly value: string
}

/** Another registered borrower has this CPR number, card or borrower number. */
export interface NumberIsTaken {
  readonly _tag: 'NumberIsTaken'
  readonly kindOfNumber: UniqueNumber['kindOfNumber']
}

interface Refused {
  readonly _tag: 'Refused'
  readonly refusal: NumberIsTaken
}

/** A borrower without a CPR number takes no number. */
export const cprAsUniqueNumber = (cpr: string | null): ReadonlyArray<UniqueNumber> =>
  cpr === null ? [] : [{ kindOfNumber: 'cpr', value: cpr }]

const refuseTakenNumber =
  ({ decisionQueries }: UseCaseDependencies, owner: BorrowerId) =>
  ({ kindOfNumber, value }: UniqueNumber): TE.TaskEither<EventReadError | Refused, void> =>
    pipe(
      decisionQueries.borrowerWithNumber(kindOfNumber, value),
      TE.chainW((borrower) =>
        borrower === undefined || borrower === owner
          ? TE.right(undefined)
          : TE.left({ _tag: 'Refused' as const, refusal: { _tag: 'NumberIsTaken' as const, kindOfNumber } }),
      ),
    )

/**
 * Runs a task that gives a borrower these numbers, unless another borrower has one of them (`NumberIsTaken`). It holds a
 * lock for each number, so that one task at a time gives it. The locks are taken in the order of the numbers: all callers
 * must name them in the same order, so that there is no deadlock.
 */
export const withUniqueNumbers =
  (dependencies: UseCaseDependencies, owner: BorrowerId) =>
  (numbers: ReadonlyArray<UniqueNumber>) =>
  <E, A>(task: TE.TaskEither<E, A>): TE.TaskEither<E | EventReadError | Refused | StoreUnavailable, A> => {
    const checked: TE.TaskEither<E | EventReadError | Refused | StoreUnavailable, A> = pipe(
      numbers,
      TE.traverseSeqArray(refuseTakenNumber(dependencies, owner)),
      TE.chainW(() => task),
    )
    return numbers.reduceRight(
      (locked, { kindOfNumber, value }) => dependencies.namedLock(`${kindOfNumber} ${value}`)(locked),
      checked,
    )
  }
