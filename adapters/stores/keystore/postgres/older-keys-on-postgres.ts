import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { QueryConfig } from 'pg'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../../domain/values/ids'
import type { KeyRow } from '../../../../retention/keys/key-row'
import { createPool, defaultPoolSettings } from '../../postgres/open-pool'
import type { OlderKeys } from '../rewrapping/older-keys'
import { keysUnavailableFrom } from './keys-unavailable-from'
import { decodePostgresKeyRow, type PostgresKeyRow } from './postgres-key-row'
import { findKeysStatement, olderKeyPageStatement } from './postgres-key-statements'

/** Reads the keys of a database by a connection of its own, which the first read opens. */
export const openOlderKeysOnPostgres = (url: string): E.Either<never, OlderKeys> => {
  const pool = createPool({ ...defaultPoolSettings, maxConnections: 1 }, url)
  const readRows = (statement: QueryConfig): TE.TaskEither<Unavailable, ReadonlyArray<KeyRow>> =>
    pipe(
      TE.tryCatch(() => pool.query<PostgresKeyRow>(statement), keysUnavailableFrom),
      TE.map(({ rows }) => rows.flatMap(decodePostgresKeyRow)),
    )
  let after: ScopeId | undefined
  return E.right({
    next: (epoch, limit) =>
      pipe(
        readRows(olderKeyPageStatement(after, limit, epoch)),
        TE.map((rows) => {
          after = rows.at(-1)?.scope
          return rows.filter((row) => row._tag === 'Living')
        }),
      ),
    read: (scopes) => readRows(findKeysStatement(scopes)),
    close: () => pool.end(),
  })
}
