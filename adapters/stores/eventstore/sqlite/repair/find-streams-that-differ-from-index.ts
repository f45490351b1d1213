import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { SqliteDatabase } from '../../../sqlite/open-sqlite-database'

const streamsWithoutEntry = `SELECT t.id FROM streams t NOT INDEXED WHERE NOT EXISTS
  (SELECT 1 FROM streams i INDEXED BY sqlite_autoindex_streams_1 WHERE i.name = t.name AND i.id = t.id)`

const eventsWithoutEntry = `SELECT t.stream FROM events t NOT INDEXED WHERE NOT EXISTS
  (SELECT 1 FROM events i INDEXED BY events_by_stream
   WHERE i.stream = t.stream AND i.revision = t.revision AND i.position = t.position)`

const allStreams = 'SELECT id FROM streams NOT INDEXED'

const idsOf = (db: SqliteDatabase, sql: string): ReadonlyArray<number> => db.prepare<[], number>(sql).pluck().all()

/**
 * The streams of which index and table say different things: either of them may be damaged. All streams, when the
 * indexes cannot be read.
 */
export const findStreamsThatDifferFromIndex = (db: SqliteDatabase): ReadonlySet<number> =>
  pipe(
    E.tryCatch(
      () => new Set([...idsOf(db, streamsWithoutEntry), ...idsOf(db, eventsWithoutEntry)]),
      () => 'indexes cannot be read' as const,
    ),
    E.getOrElse(() => new Set(idsOf(db, allStreams))),
  )
