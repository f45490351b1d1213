import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { HttpFailure } from '../problems/http-failure'

/** The value, or a failure when there is none. */
export const requireFound =
  <A>(failure: HttpFailure) =>
  (value: A | undefined): E.Either<HttpFailure, A> =>
    value === undefined ? E.left(failure) : E.right(value)

/** The rows after the read models have caught up with the logs. For commands: reads have waited before. */
export const readCaughtUpRows = (library: RunningLibrary): TE.TaskEither<HttpFailure, ReadModelRows> =>
  TE.map(() => library.rows)(library.catchUpReadModels)
