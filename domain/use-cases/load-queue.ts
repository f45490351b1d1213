import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { loadAggregate } from '../command-handling/load-aggregate'
import type { EventReadError } from '../command-handling/open-event'
import type { TitleId } from '../values/ids'
import { titleAggregate } from '../title/title-aggregate'
import type { TitleState } from '../title/title-state'
import type { UseCaseDependencies } from './use-case-dependencies'

/** The present queue of a title. */
export const loadQueue =
  ({ commandHandling, policy }: UseCaseDependencies) =>
  (title: TitleId): TE.TaskEither<EventReadError, TitleState> =>
    pipe(
      loadAggregate(commandHandling)(titleAggregate(policy))(title),
      TE.map(({ state }) => state),
    )
