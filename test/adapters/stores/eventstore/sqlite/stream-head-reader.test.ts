import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCheckForEventsHiddenByIndex } from '../../../../../adapters/stores/eventstore/sqlite/event-hidden-by-index-check'
import { migrateSqliteLogSchema } from '../../../../../adapters/stores/eventstore/sqlite/migrate-log-schema'
import { streamHeadReader } from '../../../../../adapters/stores/eventstore/sqlite/stream-head-reader'
import { openDurableDatabase, type SqliteDatabase } from '../../../../../adapters/stores/sqlite/open-sqlite-database'
import { eventLogSqliteSettings } from '../../../../../adapters/stores/sqlite/sqlite-settings'
import type { StreamName } from '../../../../../domain/event/stream'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-heads-'))
afterAll(() => rmSync(folder, { recursive: true }))

const open = (file: string): SqliteDatabase =>
  rightOrThrow(openDurableDatabase(eventLogSqliteSettings)(join(folder, file)))

/** Appends one event as the writer does. */
const append = (db: SqliteDatabase, stream: number, revision: number): void => {
  db.prepare('INSERT OR IGNORE INTO streams VALUES (?, ?)').run(stream, `copy-${String(stream)}`)
  db.prepare(
    `INSERT INTO events (stream, revision, id, type, version, recorded, open, sealed)
    VALUES (?, ?, x'00', 'CopyLent', 1, '2026-01-05', '{}', x'00')`,
  ).run(stream, revision)
}

/** Calls `after` whenever a statement of a connection has read one row, and counts these reads. */
const afterEachRead = (db: SqliteDatabase, after: () => void): { count: number } => {
  const reads = { count: 0 }
  const prepare = db.prepare.bind(db)
  db.prepare = ((sql: string) => {
    const statement = prepare(sql)
    const get = statement.get.bind(statement)
    return Object.assign(statement, {
      get: (...parameters: ReadonlyArray<unknown>) => {
        const row = get(...parameters)
        reads.count += 1
        after()
        return row
      },
    })
  }) as SqliteDatabase['prepare']
  return reads
}

describe('the end of a stream', () => {
  it('is found while another thread adds events and streams', () => {
    const [writer, reader] = [rightOrThrow(migrateSqliteLogSchema(open('racing.db'))), open('racing.db')]
    append(writer, 1, 0)
    const reads = afterEachRead(reader, () => {
      if (reads.count < 3) append(writer, 1, reads.count)
      else append(writer, 2, reads.count - 3)
    })
    expect(streamHeadReader(reader)('copy-1' as StreamName)).toMatchObject({ stream: 1 })
    for (const db of [reader, writer]) db.close()
  })
})

describe('an event that is lost from index and table', () => {
  it('is searched for once, however often its stream is read', () => {
    const db = rightOrThrow(migrateSqliteLogSchema(open('lost.db')))
    for (const revision of [0, 2]) append(db, 1, revision)
    const reads = afterEachRead(db, () => undefined)
    const requireNoneHidden = createCheckForEventsHiddenByIndex(db)
    for (let times = 0; times < 3; times += 1)
      requireNoneHidden({ stream: 'copy-1' as StreamName, revisions: [0, 2], first: 0, step: 1, atLeast: 3 })
    expect(reads.count).toBe(1)
    db.close()
  })
})
