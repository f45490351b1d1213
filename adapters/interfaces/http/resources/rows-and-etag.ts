import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { AnyEvent } from '../../../../domain/event/define-event'
import type { Aggregate } from '../../../../domain/command-handling/aggregate'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import { readCurrentEtag } from '../request-handling/etag'
import type { HttpFailure } from '../problems/http-failure'
import { readCaughtUpRows } from './read-caught-up-rows'

/** Rows, and the ETag of the stream that they come from. */
interface RowsAndEtag {
  readonly etag: string
  readonly rows: ReadModelRows
}

/** Reads the ETag first and the rows second, so that the ETag is never newer than the rows. */
export const readRowsAndEtag =
  (library: RunningLibrary) =>
  <C, S, Ev extends AnyEvent, R>(
    aggregate: Aggregate<C, S, Ev, R>,
    id: string,
  ): TE.TaskEither<HttpFailure, RowsAndEtag> =>
    pipe(
      readCurrentEtag(library.useCaseDependencies)(aggregate, id),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.bindTo('etag'),
      TE.bind('rows', () => readCaughtUpRows(library)),
    )
