import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { QueryResultRow } from 'pg'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import { storeUnavailable } from './failure'
import { openPool, usualPool } from './open-pool'

/** Asks a database one thing, by a connection of its own; answers the first row. */
export const askOnce =
  (url: string) =>
  <Row extends QueryResultRow>(question: string): TE.TaskEither<StoreUnavailable, Row | undefined> =>
    pipe(
      openPool({ ...usualPool, connections: 1 })(url),
      TE.flatMap((pool) => TE.tryCatch(() => pool.query<Row>(question).finally(() => pool.end()), storeUnavailable)),
      TE.map(({ rows }) => rows[0]),
    )
