import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../../domain/values/ids'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import type { KeyRow, LivingKeyRow } from '../../../../retention/keys/key-row'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { openDurableDatabase, type SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { prepareKeyReads } from './key-row-reader'
import type { OlderEpochKeyReader } from '../rewrapping/older-epoch-key-reader'
import { keyStoreSqliteSettings } from './key-store-sqlite-settings'

interface OpenFile {
  readonly db: SqliteDatabase
  readonly reads: ReturnType<typeof prepareKeyReads>
}

const openFile = (file: string): E.Either<StoreUnavailable, OpenFile> =>
  E.map((db: SqliteDatabase) => {
    db.pragma('query_only = on')
    return { db, reads: prepareKeyReads(db) }
  })(openDurableDatabase(keyStoreSqliteSettings)(file))

const readFrom = (files: ReadonlyArray<OpenFile>, scopes: ReadonlyArray<ScopeId>): ReadonlyArray<KeyRow> =>
  scopes.flatMap((scope) => {
    for (const { reads } of files) {
      const found = reads.find(scope)
      if (found.length > 0) return found
    }
    return []
  })

const tryRead = <A>(read: () => A): TE.TaskEither<Unavailable, A> =>
  TE.fromIOEither(() => E.tryCatch(read, (error) => keysUnavailable(sqliteUnavailable(error).reason)))

/** Reads one file after the other. */
const readerOf = (files: ReadonlyArray<OpenFile>): OlderEpochKeyReader => {
  let [fileAt, after] = [0, undefined as ScopeId | undefined]
  /** Of one file; throws as the driver. */
  const nextOf = (epoch: Epoch, limit: number): ReadonlyArray<LivingKeyRow> => {
    for (let file = files[fileAt]; file !== undefined; file = files[(fileAt += 1)]) {
      const rows = file.reads.olderPage(after, epoch, limit)
      after = rows.at(-1)?.scope
      if (rows.length > 0) return rows
    }
    fileAt = 0
    return []
  }
  return {
    next: (epoch, limit) => tryRead(() => nextOf(epoch, limit)),
    read: (scopes) => tryRead(() => readFrom(files, scopes)),
    close: () => {
      for (const { db, reads } of files) {
        reads.overwriteCachedPages()
        db.close()
      }
      return Promise.resolve()
    },
  }
}

/** Opens the files of a key store with connections that only read. */
export const openOlderEpochKeyReaderOnFiles = (
  files: ReadonlyArray<string>,
): E.Either<Unavailable, OlderEpochKeyReader> =>
  pipe(
    E.traverseArray(openFile)(files),
    E.bimap(({ reason }) => keysUnavailable(reason), readerOf),
  )
