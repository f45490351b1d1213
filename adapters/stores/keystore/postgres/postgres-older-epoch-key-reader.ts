import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../../domain/values/ids'
import type { KeyRow } from '../../../../retention/keys/key-row'
import { createPostgresPool, defaultPoolSettings } from '../../postgres/open-pool'
import type { OlderEpochKeyReader } from '../rewrapping/older-epoch-key-reader'
import { keysUnavailableFrom } from './keys-unavailable-from'
import { decodePostgresKeyRow, type PostgresKeyRow } from './postgres-key-row'
import { olderKeyPageStatement } from './postgres-key-statements'
import { findPostgresKeyRows } from './read-postgres-key-rows-of-scopes'
import { readKeyPage } from './read-key-page'

/** Reads the keys of a database by a connection of its own, which the first read opens. */
export const openOlderEpochKeysOnPostgres = (url: string): E.Either<never, OlderEpochKeyReader> => {
  const pool = createPostgresPool({ ...defaultPoolSettings, maxConnections: 1 }, url)
  const readRows = (
    read: () => Promise<ReadonlyArray<PostgresKeyRow>>,
  ): TE.TaskEither<Unavailable, ReadonlyArray<KeyRow>> =>
    pipe(
      TE.tryCatch(read, keysUnavailableFrom),
      TE.map((rows) => rows.flatMap(decodePostgresKeyRow)),
    )
  let after: ScopeId | undefined
  return E.right({
    next: (epoch, limit) =>
      pipe(
        readRows(() => readKeyPage(pool, (last) => olderKeyPageStatement(last, limit, epoch), after)),
        TE.map((rows) => {
          after = rows.at(-1)?.scope
          return rows.filter((row) => row._tag === 'Living')
        }),
      ),
    read: (scopes) => readRows(() => findPostgresKeyRows(pool, scopes)),
    close: () => pool.end(),
  })
}
