import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CommandError, InfrastructureError } from '../command-handling/command-error'
import type { TitleId } from '../values/ids'
import type { FollowUp } from '../reactions/follow-up'
import { followUpsToPutFreeCopiesOnPullLists } from '../reactions/follow-ups-to-put-free-copies-on-pull-lists'
import { handleFollowUp } from './handle-follow-up'
import { runFollowUpIfBorrowerIsRegistered } from './run-follow-up-if-borrower-is-registered'
import { loadQueueServingFacts } from './load-queue-serving-facts'
import type { UseCaseDependencies } from './use-case-dependencies'

/** The copy was lent or reserved meanwhile. */
const skipWhenRefused = (error: CommandError<unknown>): TE.TaskEither<InfrastructureError, unknown> =>
  error._tag === 'Refused' || error._tag === 'ScopeEnded' ? TE.right(undefined) : TE.left(error)

const serve =
  (dependencies: UseCaseDependencies) =>
  (followUp: FollowUp): TE.TaskEither<InfrastructureError, unknown> =>
    runFollowUpIfBorrowerIsRegistered(dependencies, undefined)(
      followUp,
      pipe(handleFollowUp(dependencies)(undefined)(followUp), TE.orElse(skipWhenRefused)),
    )

/** Puts the free copies of a title on pull lists, for those who wait for it. */
export const serveWaitingBorrowers =
  (dependencies: UseCaseDependencies) =>
  (title: TitleId): TE.TaskEither<InfrastructureError, void> =>
    pipe(
      loadQueueServingFacts(dependencies)(title),
      TE.map((facts) => followUpsToPutFreeCopiesOnPullLists(facts, () => dependencies.commandHandling.random.uuid())),
      TE.chainW(TE.traverseSeqArray(serve(dependencies))),
      TE.map(() => undefined),
    )
