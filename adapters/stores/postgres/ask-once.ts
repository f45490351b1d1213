import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { QueryResultRow } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { byItself } from './by-itself'
import { openPool, usualPool } from './open-pool'

/** Asks a database one thing, by a connection of its own; answers the first row. */
export const askOnce =
  (url: string) =>
  <Row extends QueryResultRow>(question: string): TE.TaskEither<StoreUnavailable, Row | undefined> =>
    pipe(
      byItself(openPool({ ...usualPool, connections: 1 })(url))((pool) => pool.query<Row>(question)),
      TE.map(({ rows }) => rows[0]),
    )
