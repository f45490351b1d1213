import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../../../domain/values/ids'
import type { Epoch } from '../../../../../retention/keys/kek-ring'
import type { KeyRow, LivingKeyRow } from '../../../../../retention/keys/key-row'
import { keysUnavailable } from '../../../../../retention/keys/keys-unavailable'
import { openDurableDatabase, type Db } from '../../../sqlite/open-database'
import { sqliteUnavailable } from '../../../sqlite/sqlite-failure'
import { prepareKeyReads } from '../key-row-reader'
import { keySettings } from '../key-settings'

/** Rows between two copies of a file's write-ahead log into the file. They change some thousand pages. */
const rowsBetweenCheckpoints = 3000

/** Reads the living keys of older epochs from the files of a key store, one file after the other. */
export interface OlderKeys {
  /** At most so many further rows, of one file; none after the last one, and then it begins anew. Throws as the driver. */
  readonly next: (epoch: Epoch, limit: number) => ReadonlyArray<LivingKeyRow>
  readonly read: (scopes: ReadonlyArray<ScopeId>) => TE.TaskEither<Unavailable, ReadonlyArray<KeyRow>>
  readonly close: () => void
}

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

const readerOf = (files: ReadonlyArray<OpenFile>): OlderKeys => {
  let [fileAt, after, rowsRead] = [0, undefined as ScopeId | undefined, 0]
  /** The writer does so in a commit, for which commands wait, when the write-ahead log is long. Here nobody waits. */
  const checkpointIfLong = ({ db }: OpenFile, rows: number): void => {
    rowsRead += rows
    if (rowsRead < rowsBetweenCheckpoints) return
    rowsRead = 0
    db.pragma('wal_checkpoint(PASSIVE)')
  }
  return {
    next: (epoch, limit) => {
      for (let file = files[fileAt]; file !== undefined; file = files[(fileAt += 1)]) {
        const rows = file.reads.olderPage(after, epoch, limit)
        after = rows.at(-1)?.scope
        checkpointIfLong(file, rows.length)
        if (rows.length > 0) return rows
      }
      fileAt = 0
      return []
    },
    read: (scopes) =>
      TE.fromIOEither(() =>
        E.tryCatch(
          () => readFrom(files, scopes),
          (error) => keysUnavailable(sqliteUnavailable(error).reason),
        ),
      ),
    close: () => {
      for (const { db, reads } of files) {
        reads.overwriteCachedPages()
        db.close()
      }
    },
  }
}

/** Opens the files with connections that only read. */
export const openOlderKeys = (files: ReadonlyArray<string>): E.Either<StoreUnavailable, OlderKeys> =>
  E.map(readerOf)(E.traverseArray(openFile)(files))
