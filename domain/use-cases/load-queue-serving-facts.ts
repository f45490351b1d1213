import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { TitleId } from '../values/ids'
import type { QueueServingFacts } from '../reactions/free-copies'
import { loadCopiesOfTitle } from './load-copy-states'
import { loadQueue } from './load-queue'
import { loadWaitingBorrowersIfCopyOnShelf } from './load-waiting-borrowers'
import type { UseCaseDependencies } from './use-case-dependencies'

/** What the free copies of a title are given to reservations by, as it is now. */
export const loadQueueServingFacts =
  (dependencies: UseCaseDependencies) =>
  (title: TitleId): TE.TaskEither<EventReadError, QueueServingFacts> =>
    pipe(
      TE.Do,
      TE.bind('queue', () => loadQueue(dependencies)(title)),
      TE.bind('copiesIfQueued', () => loadCopiesOfTitle(dependencies)(title)),
      TE.bind('waitingBorrowers', ({ queue, copiesIfQueued }) =>
        loadWaitingBorrowersIfCopyOnShelf(dependencies)(queue, copiesIfQueued),
      ),
      TE.map((facts) => {
        const { clock } = dependencies.commandHandling
        return { ...facts, policy: dependencies.policy(clock.today()), now: clock.now() }
      }),
    )
