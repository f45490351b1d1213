import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { StoreUnavailable } from '../ports/event-store'
import type { BorrowerId, CardId } from '../values/ids'
import type { UseCaseDependencies } from './use-case-dependencies'

/** A number that only one registered borrower may have; of a card, that only one card in use may have. */
export type UniqueNumber =
  | { readonly kindOfNumber: 'number' | 'cpr'; readonly value: string }
  | { readonly kindOfNumber: 'card'; readonly value: string; readonly card: CardId }

/** Another registered borrower has this CPR number or borrower number, or another card in use has this card number. */
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

/** Whether nobody else has the number. A card that is issued already is the repeat of its own command. */
const isNumberFree = (
  { decisionQueries }: UseCaseDependencies,
  owner: BorrowerId,
  number: UniqueNumber,
): TE.TaskEither<EventReadError, boolean> =>
  number.kindOfNumber === 'card'
    ? pipe(
        decisionQueries.cardWithNumber(number.value),
        TE.map((card) => card === undefined || card === number.card),
      )
    : pipe(
        decisionQueries.borrowerWithNumber(number.kindOfNumber, number.value),
        TE.map((borrower) => borrower === undefined || borrower === owner),
      )

const refuseTakenNumber =
  (dependencies: UseCaseDependencies, owner: BorrowerId) =>
  (number: UniqueNumber): TE.TaskEither<EventReadError | Refused, void> =>
    pipe(
      isNumberFree(dependencies, owner, number),
      TE.chainW((isFree) =>
        isFree
          ? TE.right(undefined)
          : TE.left({
              _tag: 'Refused' as const,
              refusal: { _tag: 'NumberIsTaken' as const, kindOfNumber: number.kindOfNumber },
            }),
      ),
    )

/**
 * Runs a task that gives a borrower these numbers, unless one of them is taken (`NumberIsTaken`). It holds a
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
