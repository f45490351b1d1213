import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either } from 'fp-ts'
import { createStreamIndexCheck } from '../../../../../adapters/stores/eventstore/sqlite/stream-index-check'
import { createEventLogWriter } from '../../../../../adapters/stores/eventstore/sqlite/event-log-writer'
import { migrateSqliteLogSchema } from '../../../../../adapters/stores/eventstore/sqlite/migrate-log-schema'
import {
  createSqliteLogOnOpenFile,
  openSqliteLog,
} from '../../../../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import { openDurableDatabase, type SqliteDatabase } from '../../../../../adapters/stores/sqlite/open-sqlite-database'
import { eventLogSqliteSettings } from '../../../../../adapters/stores/sqlite/sqlite-settings'
import {
  appendOrThrow,
  newStream,
  newEvent,
  eventContents,
  newEvents,
  eventIds,
  readWholeLog,
  readWholeStream,
} from '../../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { writerOnThisThread } from '../../../../fixtures/threads/writer-on-this-thread'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newFile = () => join(folder, `${String((files += 1))}.db`)
/** A log that is written on this thread, so that a test can limit the size of the file. */
const openLog = (file = newFile()) => {
  const db = rightOrThrow(
    migrateSqliteLogSchema(rightOrThrow(openDurableDatabase({ ...eventLogSqliteSettings, busyTimeout: 20 })(file))),
  )
  return {
    db,
    ...createSqliteLogOnOpenFile(db, writerOnThisThread(createEventLogWriter(db, createStreamIndexCheck(db)))),
  }
}
const openWithThread = (file: string) =>
  rightOrThrow(openSqliteLog(file, { ...eventLogSqliteSettings, busyTimeout: 20 })).events
const pagesOf = (db: SqliteDatabase): number => Number(db.pragma('page_count', { simple: true }))
const limitPages = (db: SqliteDatabase, more: number) => db.pragma(`max_page_count = ${pagesOf(db) + more}`)
const removePageLimit = (db: SqliteDatabase) => db.pragma('max_page_count = 1000000')
const diskFull = either.left({ _tag: 'StoreUnavailable', reason: 'the disk is full (SQLITE_FULL)' })

describe('the file of a log', () => {
  it('is durable: a write-ahead log that is synchronised in full at every commit', async () => {
    const { db, events: store } = openLog()
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    await store.close()
  })

  it('holds acknowledged events when the process ends without closing it', async () => {
    const file = newFile()
    const { db, events: store } = openLog(file)
    const stream = newStream()
    const appended = newEvents(3)
    await appendOrThrow(store, stream, 'none', appended)
    // What a crash leaves: the write-ahead log as it is, never copied into the file.
    const copy = newFile()
    for (const part of ['', '-wal']) copyFileSync(file + part, copy + part)
    const after = openLog(copy)
    expect((await readWholeStream(after.events, stream)).map(eventContents)).toEqual(appended.map(eventContents))
    await after.events.close()
    db.close()
  })

  it('has no column with a time but the day or month of recording', async () => {
    const { db, events: store } = openLog()
    const columns = db.prepare("SELECT name FROM pragma_table_info('events')").pluck().all()
    expect(columns).toEqual([
      ...['position', 'stream', 'revision', 'id', 'type', 'version', 'recorded', 'open', 'sealed', 'code'],
    ])
    await store.close()
  })

  it('stores ids as 16 bytes', async () => {
    const { db, events: store } = openLog()
    await appendOrThrow(store, newStream(), 'none', newEvents(2))
    expect(db.prepare('SELECT DISTINCT typeof(id), length(id) FROM events').raw().all()).toEqual([['blob', 16]])
    await store.close()
  })

  it('cannot be opened twice', async () => {
    const file = newFile()
    const store = openWithThread(file)
    expect(openSqliteLog(file, { ...eventLogSqliteSettings, busyTimeout: 20 })).toEqual(
      either.left({ _tag: 'StoreUnavailable', reason: 'the file is locked by another process (SQLITE_BUSY)' }),
    )
    await appendOrThrow(store, newStream(), 'none', newEvents(1))
    await store.close()
    await openWithThread(file).close()
  })

  it('cannot be opened in a missing folder', () => {
    expect(openSqliteLog(join(folder, 'nowhere', 'log.db'))).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
  })

  it('does not block a WAL checkpoint between two pages of a slow read', async () => {
    const { db, events: store } = openLog()
    await appendOrThrow(store, newStream(), 'none', newEvents(1200))
    const pages = store.readAll({})[Symbol.asyncIterator]()
    expect((await pages.next()).value).toHaveLength(512)
    await appendOrThrow(store, newStream(), 'none', newEvents(1))
    expect(db.pragma('wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0, log: 0 }])
    expect((await pages.next()).value).toHaveLength(512)
    await store.close()
  })
})

describe('a full disk', () => {
  const large = () => newEvent({ sealed: new Uint8Array(60_000) })

  it('fails all appends of the commit, and nothing is half written', async () => {
    const { db, events: store } = openLog()
    const before = newEvents(2)
    await appendOrThrow(store, newStream(), 'none', before)
    limitPages(db, 3)
    const small = newStream()
    const outcomes = await Promise.all([
      store.append(small, 'none', newEvents(1))(),
      store.append(newStream(), 'none', [newEvent(), large()])(),
      store.append(small, 0, newEvents(1))(),
    ])
    expect(outcomes).toEqual([diskFull, diskFull, diskFull])
    expect(eventIds(await readWholeLog(store))).toEqual(eventIds(before))
    await store.close()
  })

  it('is recovered from once there is room: the same appends are written once', async () => {
    const { db, events: store } = openLog()
    limitPages(db, 3)
    const [first, second] = [newStream(), newStream()]
    const appended = [newEvent(), large()]
    expect(await store.append(first, 'none', appended)()).toEqual(diskFull)
    expect(await store.append(second, 'none', newEvents(1))()).toMatchObject({ right: { revision: 0 } })
    removePageLimit(db)
    expect(await appendOrThrow(store, first, 'none', appended)).toMatchObject({ revision: 1, repeated: false })
    expect(await appendOrThrow(store, first, 'none', appended)).toMatchObject({ revision: 1, repeated: true })
    expect(await readWholeLog(store)).toHaveLength(3)
    await store.close()
  })

  it('rejects the write of a checkpoint, and leaves the checkpoint before', async () => {
    const { db, events: store, checkpoints } = openLog()
    const { position } = await appendOrThrow(store, newStream(), 'none', newEvents(1))
    await checkpoints.writePosition('fees', position)()
    limitPages(db, 0)
    await expect(checkpoints.writePosition('x'.repeat(20_000), position)()).rejects.toMatchObject({
      _tag: 'StoreUnavailable',
    })
    expect(await checkpoints.readPosition('fees')()).toBe(position)
    await store.close()
  })
})
