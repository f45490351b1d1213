import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyState } from '../copy/copy-state'
import { loadAggregate } from '../command-handling/load-aggregate'
import type { EventReadError } from '../command-handling/open-event'
import type { CopyId, TitleId } from '../values/ids'
import type { UseCaseDependencies } from './use-case-dependencies'

/** The present state of a copy. */
export const loadCopyState =
  (dependencies: UseCaseDependencies) =>
  (copy: CopyId): TE.TaskEither<EventReadError, CopyState> =>
    pipe(
      loadAggregate(dependencies.commandHandling)(copyAggregate(dependencies.policy))(copy),
      TE.map(({ state }) => state),
    )

/** The present state of each copy of a title. */
export const loadCopiesOfTitle =
  (dependencies: UseCaseDependencies) =>
  (title: TitleId): TE.TaskEither<EventReadError, ReadonlyArray<CopyState>> =>
    pipe(dependencies.decisionQueries.copiesOf(title), TE.chain(TE.traverseArray(loadCopyState(dependencies))))
