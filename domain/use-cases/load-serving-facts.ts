import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { TitleId } from '../values/ids'
import type { ServingFacts } from '../reactions/free-copies'
import { loadCopiesOfTitle } from './load-copies'
import { loadQueue } from './load-queue'
import { loadWaitingBorrowers } from './load-waiting-borrowers'
import type { UseCaseDependencies } from './use-case-dependencies'

/** What the free copies of a title are given to reservations by, as it is now. */
export const loadServingFacts =
  (dependencies: UseCaseDependencies) =>
  (title: TitleId): TE.TaskEither<EventReadError, ServingFacts> =>
    pipe(
      TE.Do,
      TE.bind('queue', () => loadQueue(dependencies)(title)),
      TE.bind('copiesIfQueued', () => loadCopiesOfTitle(dependencies)(title)),
      TE.bind('waitingBorrowers', ({ queue, copiesIfQueued }) =>
        loadWaitingBorrowers(dependencies)(queue, copiesIfQueued),
      ),
      TE.map((facts) => ({ ...facts, policy: dependencies.policy, now: dependencies.commandHandling.clock.now() })),
    )
