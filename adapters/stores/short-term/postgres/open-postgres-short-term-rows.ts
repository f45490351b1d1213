import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Pool, QueryResult } from 'pg'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { ShortTermRow, ShortTermRows } from '../../../../retention/short-term/short-term-rows'
import { openMigratedPool } from '../../postgres/open-migrated-pool'
import { defaultPoolSettings } from '../../postgres/open-pool'
import { postgresUnavailable } from '../../postgres/postgres-failure'
import { retryOnLockTimeout } from '../../postgres/retry-on-lock-timeout'
import { shortTermSchema } from './short-term-schema'

const columns = 'id, ends_at AS "endsAt", content'
const insert = 'INSERT INTO short_term.entries (id, ends_at, content) VALUES ($1, $2, $3) ON CONFLICT (id)'
const put = `${insert} DO UPDATE SET ends_at = excluded.ends_at, content = excluded.content`
const putIfMissing = `${insert} DO NOTHING`
const putIfUnchanged = 'UPDATE short_term.entries SET ends_at = $2, content = $3 WHERE id = $1 AND content = $4'
const find = `SELECT ${columns} FROM short_term.entries WHERE id = ANY ($1::bytea[])`
const remove = `DELETE FROM short_term.entries WHERE id = ANY ($1::bytea[]) RETURNING ${columns}`
const all = `SELECT ${columns} FROM short_term.entries`
const rewrite = 'SELECT short_term.rewrite($1)'

/** The table is locked by statements of some ms. */
const attemptsToRewrite = { maxAttempts: 20, pauseMs: 50 }

const rowsOver = (pool: Pool): ShortTermRows => {
  const query = (text: string, values: ReadonlyArray<unknown> = []) =>
    TE.tryCatch(
      (): Promise<QueryResult<ShortTermRow>> => pool.query<ShortTermRow>(text, [...values]),
      postgresUnavailable,
    )
  const readRows = (text: string, values: ReadonlyArray<unknown> = []) =>
    pipe(
      query(text, values),
      TE.map(({ rows }): ReadonlyArray<ShortTermRow> => rows),
    )
  const buffers = (ids: ReadonlyArray<Uint8Array>): ReadonlyArray<Buffer> => ids.map((id) => Buffer.from(id))
  return {
    put: ({ id, endsAt, content }) =>
      pipe(
        query(put, [id, endsAt, content]),
        TE.map(() => undefined),
      ),
    putIfUnchanged: ({ id, endsAt, content }, expected) =>
      pipe(
        expected === undefined
          ? query(putIfMissing, [id, endsAt, content])
          : query(putIfUnchanged, [id, endsAt, content, expected]),
        TE.map(({ rowCount }) => rowCount === 1),
      ),
    find: (ids) => readRows(find, [buffers(ids)]),
    remove: (ids) => (ids.length === 0 ? TE.right([]) : readRows(remove, [buffers(ids)])),
    all: readRows(all),
    rewrite: (now) =>
      pipe(
        TE.tryCatch(() => retryOnLockTimeout(() => pool.query(rewrite, [now]), attemptsToRewrite), postgresUnavailable),
        TE.map(() => undefined),
      ),
    close: () => pool.end(),
  }
}

/** Opens the rows of the short-term store in a database, which all processes of a library share. Makes its missing table. */
export const openPostgresShortTermRows = (url: string): TE.TaskEither<StoreUnavailable, ShortTermRows> =>
  pipe(openMigratedPool(shortTermSchema)({ ...defaultPoolSettings, maxConnections: 2 })(url), TE.map(rowsOver))
