import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { LogName } from '../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../domain/ports/event-store'
import type { LogDigestStore, LogStretchDigest } from './log-digest-store'
import { migrateSqliteSchema } from '../sqlite/migrate-sqlite-schema'
import { openDisposableDatabase, type SqliteDatabase } from '../sqlite/open-sqlite-database'
import { sqliteUnavailable } from '../sqlite/sqlite-failure'
import { disposableDatabaseSettings } from '../sqlite/sqlite-settings'

const stretches = `
  CREATE TABLE stretches (
    log TEXT NOT NULL, after TEXT NOT NULL, up_to TEXT NOT NULL, events INTEGER NOT NULL, digest TEXT NOT NULL,
    PRIMARY KEY (log, after)
  ) WITHOUT ROWID;
`

const shuffles = "ALTER TABLE stretches ADD COLUMN shuffled_before TEXT NOT NULL DEFAULT ''"

const createLogDigests = (db: SqliteDatabase): LogDigestStore => {
  const find = db.prepare<[LogName, string], LogStretchDigest>(
    `SELECT log, after, up_to AS "upTo", events, digest, shuffled_before AS "shuffledBefore" FROM stretches
     WHERE log = ? AND after = ?`,
  )
  const findStart = db
    .prepare<[LogName, string, string], Position | ''>(
      'SELECT max(after) FROM stretches WHERE log = ? AND after <= ? AND up_to > ?',
    )
    .pluck()
  const put = db.prepare<[LogName, string, Position, number, string, string]>(
    'INSERT OR REPLACE INTO stretches VALUES (?, ?, ?, ?, ?, ?)',
  )
  return {
    find: (log, after) => find.get(log, after),
    findStart: (log, position) => findStart.get(log, position, position) ?? undefined,
    put: ({ log, after, upTo, events, digest, shuffledBefore }) =>
      void put.run(log, after, upTo, events, digest, shuffledBefore),
    close: () => void db.close(),
  }
}

/**
 * Opens the digests of the logs in an encrypted file, so that only who has the ring can make them agree with a changed
 * log. `key` is 32 bytes; a file with another key is StoreUnavailable.
 */
export const openLogDigestStore =
  (key: Uint8Array) =>
  (file: string): E.Either<StoreUnavailable, LogDigestStore> =>
    pipe(
      openDisposableDatabase(key)(disposableDatabaseSettings)(file),
      E.flatMap(migrateSqliteSchema([stretches, shuffles])),
      E.flatMap((db) => E.tryCatch(() => createLogDigests(db), sqliteUnavailable)),
    )
