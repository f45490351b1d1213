import * as E from 'fp-ts/Either'
import type * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { storeErrorsAsUnavailable } from '../../processes/catch-store-errors'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'

/**
 * Catches the read models up with both logs as they are now, then runs the query. A store that cannot be read is an error
 * value.
 */
export const queryWhenCaughtUp =
  (rows: ReadModelRows, catchUp: TE.TaskEither<EventReadError, void>) =>
  <A>(query: (rows: ReadModelRows) => A): TE.TaskEither<EventReadError, A> =>
    storeErrorsAsUnavailable(async () => {
      const caughtUp = await catchUp()
      return caughtUp._tag === 'Left' ? caughtUp : E.right(query(rows))
    })
