import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../../domain/values/ids'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import type { KeyRow, LivingKeyRow } from '../../../../retention/keys/key-row'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { openDurableDatabase, type Db } from '../../sqlite/open-database'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { prepareKeyReads } from './key-row-reader'
import type { OlderKeys } from '../rewrapping/older-keys'
import { keySettings } from './key-settings'

/** Rows between two copies of a file's write-ahead log into the file. They change some thousand pages. */
const rowsBetweenCheckpoints = 3000

interface OpenFile {
  readonly db: Db
  readonly reads: ReturnType<typeof prepareKeyReads>
}

const openFile = (file: string): E.Either<StoreUnavailable, OpenFile> =>
  E.map((db: Db) => {
    db.pragma('query_only = on')
    return { db, reads: prepareKeyReads(db) }
  })(openDurableDatabase(keySettings)(file))

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
const readerOf = (files: ReadonlyArray<OpenFile>): OlderKeys => {
  let [fileAt, after, rowsRead] = [0, undefined as ScopeId | undefined, 0]
  /** The writer does so in a commit, for which commands wait, when the write-ahead log is long. Here nobody waits. */
  const checkpointIfLong = ({ db }: OpenFile, rows: number): void => {
    rowsRead += rows
    if (rowsRead < rowsBetweenCheckpoints) return
    rowsRead = 0
    db.pragma('wal_checkpoint(PASSIVE)')
  }
  /** Of one file; throws as the driver. */
  const nextOf = (epoch: Epoch, limit: number): ReadonlyArray<LivingKeyRow> => {
    for (let file = files[fileAt]; file !== undefined; file = files[(fileAt += 1)]) {
      const rows = file.reads.olderPage(after, epoch, limit)
      after = rows.at(-1)?.scope
      checkpointIfLong(file, rows.length)
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
export const openOlderKeysInFiles = (files: ReadonlyArray<string>): E.Either<Unavailable, OlderKeys> =>
  pipe(
    E.traverseArray(openFile)(files),
    E.bimap(({ reason }) => keysUnavailable(reason), readerOf),
  )
