import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unreadable } from '../../../domain/command-handling/remember'
import type { Rows } from '../../../projections/kernel/rows'

/** Puts a query to the read models once they have passed both logs' ends as they are when asked. */
export const asking =
  (rows: Rows, reach: TE.TaskEither<Unreadable, void>) =>
  <A>(query: (rows: Rows) => A): TE.TaskEither<Unreadable, A> =>
    pipe(
      reach,
      TE.map(() => query(rows)),
    )
