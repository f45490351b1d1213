import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either } from 'fp-ts'
import { logWriter } from '../../../../../adapters/stores/eventstore/sqlite/log-writer'
import { migrateLog } from '../../../../../adapters/stores/eventstore/sqlite/schema'
import { logOf, openSqliteLog } from '../../../../../adapters/stores/eventstore/sqlite/store'
import { openTruth, type Db } from '../../../../../adapters/stores/sqlite/open'
import { forLog } from '../../../../../adapters/stores/sqlite/settings'
import {
  append,
  aStream,
  anEvent,
  contents,
  events,
  idsOf,
  wholeLog,
  wholeStream,
} from '../../../../contract/event-store/given'
import { right } from '../../../../fixtures/right'
import { writerHere } from '../../../../fixtures/threads/writer-here'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const aFile = () => join(folder, `${String((files += 1))}.db`)
/** A log that is written on this thread, so that a test can take room away from the connection that writes. */
const opened = (file = aFile()) => {
  const db = right(migrateLog(right(openTruth({ ...forLog, busyTimeout: 20 })(file))))
  return { db, ...logOf(db, writerHere(logWriter(db))) }
}
const openedAlone = (file: string) => right(openSqliteLog(file, { ...forLog, busyTimeout: 20 })).events
const pagesOf = (db: Db): number => Number(db.pragma('page_count', { simple: true }))
const noRoomIn = (db: Db, more: number) => db.pragma(`max_page_count = ${pagesOf(db) + more}`)
const roomAgainIn = (db: Db) => db.pragma('max_page_count = 1000000')
const full = either.left({ _tag: 'StoreUnavailable', reason: 'the disk is full (SQLITE_FULL)' })

describe('the file of a log', () => {
  it('is durable: a write-ahead log that is synchronised in full at every commit', async () => {
    const { db, events: store } = opened()
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    await store.close()
  })

  it('holds what was acknowledged also when the process ends without closing it', async () => {
    const file = aFile()
    const { db, events: store } = opened(file)
    const stream = aStream()
    const given = events(3)
    await append(store, stream, 'none', given)
    // What a crash leaves: the write-ahead log as it is, never copied into the file.
    const copy = aFile()
    for (const part of ['', '-wal']) copyFileSync(file + part, copy + part)
    const after = opened(copy)
    expect((await wholeStream(after.events, stream)).map(contents)).toEqual(given.map(contents))
    await after.events.close()
    db.close()
  })

  it('tells no time but the day or the month of recording', async () => {
    const { db, events: store } = opened()
    const columns = db.prepare("SELECT name FROM pragma_table_info('events')").pluck().all()
    expect(columns).toEqual(['position', 'stream', 'revision', 'id', 'type', 'version', 'recorded', 'open', 'sealed'])
    await store.close()
  })

  it('keeps ids as 16 bytes', async () => {
    const { db, events: store } = opened()
    await append(store, aStream(), 'none', events(2))
    expect(db.prepare('SELECT DISTINCT typeof(id), length(id) FROM events').raw().all()).toEqual([['blob', 16]])
    await store.close()
  })

  it('cannot be opened twice', async () => {
    const file = aFile()
    const store = openedAlone(file)
    expect(openSqliteLog(file, { ...forLog, busyTimeout: 20 })).toEqual(
      either.left({ _tag: 'StoreUnavailable', reason: 'the file is locked by another process (SQLITE_BUSY)' }),
    )
    await append(store, aStream(), 'none', events(1))
    await store.close()
    await openedAlone(file).close()
  })

  it('cannot be opened where there is no folder for it', () => {
    expect(openSqliteLog(join(folder, 'nowhere', 'log.db'))).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
  })

  it('lets the write-ahead log be copied into the file between two pages of a slow read', async () => {
    const { db, events: store } = opened()
    await append(store, aStream(), 'none', events(1200))
    const pages = store.readAll({})[Symbol.asyncIterator]()
    expect((await pages.next()).value).toHaveLength(512)
    await append(store, aStream(), 'none', events(1))
    expect(db.pragma('wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0, log: 0 }])
    expect((await pages.next()).value).toHaveLength(512)
    await store.close()
  })
})

describe('a full disk', () => {
  const large = () => anEvent({ sealed: new Uint8Array(60_000) })

  it('is told to everyone who shared the commit, and nothing is half written', async () => {
    const { db, events: store } = opened()
    const before = events(2)
    await append(store, aStream(), 'none', before)
    noRoomIn(db, 3)
    const small = aStream()
    const outcomes = await Promise.all([
      store.append(small, 'none', events(1))(),
      store.append(aStream(), 'none', [anEvent(), large()])(),
      store.append(small, 0, events(1))(),
    ])
    expect(outcomes).toEqual([full, full, full])
    expect(idsOf(await wholeLog(store))).toEqual(idsOf(before))
    await store.close()
  })

  it('is over once there is room: the same appends are written, each once', async () => {
    const { db, events: store } = opened()
    noRoomIn(db, 3)
    const [first, second] = [aStream(), aStream()]
    const given = [anEvent(), large()]
    expect(await store.append(first, 'none', given)()).toEqual(full)
    expect(await store.append(second, 'none', events(1))()).toMatchObject({ right: { revision: 0 } })
    roomAgainIn(db)
    expect(await append(store, first, 'none', given)).toMatchObject({ revision: 1, repeated: false })
    expect(await append(store, first, 'none', given)).toMatchObject({ revision: 1, repeated: true })
    expect(await wholeLog(store)).toHaveLength(3)
    await store.close()
  })

  it('fails a checkpoint aloud, and leaves the one before', async () => {
    const { db, events: store, checkpoints } = opened()
    const { position } = await append(store, aStream(), 'none', events(1))
    await checkpoints.write('fees', position)()
    noRoomIn(db, 0)
    await expect(checkpoints.write('x'.repeat(20_000), position)()).rejects.toMatchObject({ _tag: 'StoreUnavailable' })
    expect(await checkpoints.read('fees')()).toBe(position)
    await store.close()
  })
})
