import { pipe } from 'fp-ts/function'
import { readonlyMap } from 'fp-ts'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { CopyState } from '../copy/copy-state'
import type { WaitingBorrower } from '../policy/waiting-borrower'
import { placesOfTitleQueue, type QueuePlace, type TitleState } from '../title/title-state'
import type { BorrowerId, TitleId } from '../values/ids'
import type { UseCaseDependencies } from './use-case-dependencies'

type WaitingBorrowers = TE.TaskEither<EventReadError, ReadonlyMap<BorrowerId, WaitingBorrower>>

type BorrowerInQueue = Omit<WaitingBorrower, 'titlesWithCopy'>

const noTitles: ReadonlySet<TitleId> = new Set()

const loadTitlesWithCopy =
  ({ decisionQueries }: UseCaseDependencies) =>
  (
    borrowers: ReadonlyArray<BorrowerId>,
  ): TE.TaskEither<EventReadError, ReadonlyMap<BorrowerId, ReadonlySet<TitleId>>> =>
    borrowers.length === 0 ? TE.right(new Map()) : decisionQueries.titlesWithCopyOf(borrowers)

/** The registered borrowers of these places; without places nothing is asked. */
export const loadBorrowersOfPlaces =
  (dependencies: UseCaseDependencies) =>
  (places: ReadonlyArray<QueuePlace>): WaitingBorrowers => {
    const known = places.flatMap((place) => (place._tag === 'Forgotten' ? [] : [place]))
    const parallel = known.filter(({ parallelTo }) => parallelTo.length > 0).map(({ borrower }) => borrower)
    if (places.length === 0) return TE.right(new Map())
    return pipe(
      dependencies.decisionQueries.traitsOf(known.map(({ borrower }) => borrower)),
      TE.bindTo('traits'),
      TE.bind('titles', () => loadTitlesWithCopy(dependencies)(parallel)),
      TE.map(({ traits, titles }) =>
        readonlyMap.mapWithIndex((borrower: BorrowerId, each: BorrowerInQueue) => ({
          ...each,
          titlesWithCopy: titles.get(borrower) ?? noTitles,
        }))(traits),
      ),
    )
  }

/** The registered borrowers in a queue; none when no copy is on the shelf, because then nobody can be served. */
export const loadWaitingBorrowersIfCopyOnShelf =
  (dependencies: UseCaseDependencies) =>
  (queue: TitleState, copies: ReadonlyArray<CopyState>): WaitingBorrowers =>
    copies.some(({ _tag }) => _tag === 'OnShelf')
      ? loadBorrowersOfPlaces(dependencies)(placesOfTitleQueue(queue))
      : TE.right(new Map())
