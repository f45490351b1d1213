import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { QueryResultRow } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { withTemporaryPool } from './with-temporary-pool'
import { openPool, defaultPoolSettings } from './open-pool'

/** Runs one query on a connection of its own; answers the first row. */
export const queryOnOwnConnection =
  (url: string) =>
  <Row extends QueryResultRow>(sql: string): TE.TaskEither<StoreUnavailable, Row | undefined> =>
    pipe(
      withTemporaryPool(openPool({ ...defaultPoolSettings, maxConnections: 1 })(url))((pool) => pool.query<Row>(sql)),
      TE.map(({ rows }) => rows[0]),
    )
