import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { CopyState } from '../copy/copy-state'
import type { BorrowerTraits } from '../policy/reservable-material'
import { placesOfTitleQueue, type TitleState } from '../title/title-state'
import type { BorrowerId } from '../values/ids'
import type { UseCaseDependencies } from './use-case-dependencies'

/** The registered borrowers in a queue; none when no copy is on the shelf, because then nobody can be served. */
export const loadWaitingBorrowersIfCopyOnShelf =
  ({ decisionQueries }: UseCaseDependencies) =>
  (
    queue: TitleState,
    copies: ReadonlyArray<CopyState>,
  ): TE.TaskEither<EventReadError, ReadonlyMap<BorrowerId, BorrowerTraits>> =>
    copies.some(({ _tag }) => _tag === 'OnShelf')
      ? decisionQueries.traitsOf(
          placesOfTitleQueue(queue).flatMap((place) => (place._tag === 'Forgotten' ? [] : [place.borrower])),
        )
      : TE.right(new Map())
