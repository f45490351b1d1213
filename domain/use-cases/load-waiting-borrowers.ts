import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { CopyState } from '../copy/copy-state'
import type { WaitingBorrower } from '../policy/waiting-borrower'
import { placesOfTitleQueue, type QueuePlace, type TitleState } from '../title/title-state'
import type { BorrowerId } from '../values/ids'
import type { UseCaseDependencies } from './use-case-dependencies'

type WaitingBorrowers = TE.TaskEither<EventReadError, ReadonlyMap<BorrowerId, WaitingBorrower>>

/** The registered borrowers of these places; without places nothing is asked. */
export const loadBorrowersOfPlaces =
  ({ decisionQueries }: UseCaseDependencies) =>
  (places: ReadonlyArray<QueuePlace>): WaitingBorrowers =>
    places.length === 0
      ? TE.right(new Map())
      : decisionQueries.traitsOf(places.flatMap((place) => (place._tag === 'Forgotten' ? [] : [place.borrower])))

/** The registered borrowers in a queue; none when no copy is on the shelf, because then nobody can be served. */
export const loadWaitingBorrowersIfCopyOnShelf =
  (dependencies: UseCaseDependencies) =>
  (queue: TitleState, copies: ReadonlyArray<CopyState>): WaitingBorrowers =>
    copies.some(({ _tag }) => _tag === 'OnShelf')
      ? loadBorrowersOfPlaces(dependencies)(placesOfTitleQueue(queue))
      : TE.right(new Map())
