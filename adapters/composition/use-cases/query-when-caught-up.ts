import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'

/** Catches the read models up with both logs as they are now, then runs the query. */
export const queryWhenCaughtUp =
  (rows: ReadModelRows, catchUp: TE.TaskEither<EventReadError, void>) =>
  <A>(query: (rows: ReadModelRows) => A): TE.TaskEither<EventReadError, A> =>
    pipe(
      catchUp,
      TE.map(() => query(rows)),
    )
