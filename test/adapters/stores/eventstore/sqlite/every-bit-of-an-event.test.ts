import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEventLogFile } from '../../../../../adapters/stores/eventstore/sqlite/event-log-file'
import { createLogCache } from '../../../../../adapters/stores/eventstore/sqlite/log-cache'
import { openSqliteLog } from '../../../../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import { createSqlitePageReader } from '../../../../../adapters/stores/eventstore/sqlite/sqlite-page-reader'
import { authenticatedLog } from '../../../../../adapters/stores/eventstore/authenticated-log'
import type { EventPageReader } from '../../../../../adapters/stores/eventstore/read-event-pages'
import type { SqliteDatabase } from '../../../../../adapters/stores/sqlite/open-sqlite-database'
import { bulkLogSettings } from '../../../../../adapters/stores/sqlite/sqlite-settings'
import type { EventPage } from '../../../../../domain/ports/event-store'
import { newEvent, newStream } from '../../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { codesOfNewLibrary } from '../../../../retention/event-codes/example-coded-events'

const codes = codesOfNewLibrary().circulation
const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-bits-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = path.join(folder, 'log.db')
const stream = newStream()

/** The SQL type of each column of bytes, and how its bytes are written. */
const byteColumns = { id: 'BLOB', type: 'TEXT', recorded: 'TEXT', open: 'TEXT', sealed: 'BLOB', code: 'BLOB' } as const
const numberColumns = ['stream', 'revision', 'version'] as const

const faultsOf = (page: EventPage): ReadonlyArray<string | undefined> => page.map(codes.findFault)

/** Runs `use` after a change of the second event, and undoes the change. */
const afterChange = <A>(db: SqliteDatabase, sql: string, value: Uint8Array | bigint, use: () => A): A => {
  db.exec('SAVEPOINT unchanged')
  try {
    db.prepare(sql).run(value)
    return use()
  } finally {
    db.exec('ROLLBACK TO unchanged; RELEASE unchanged')
  }
}

describe('a flipped bit of an event in the file of a log', () => {
  let db: SqliteDatabase
  let reader: EventPageReader
  beforeAll(async () => {
    const log = authenticatedLog(codes)(rightOrThrow(openSqliteLog(file)).events)
    const event = () => newEvent({ open: '{"copy":"3274626533","title":"Æblets æra"}' })
    rightOrThrow(await log.append(stream, 'none', [event(), event(), event()])())
    await log.close()
    db = rightOrThrow(openEventLogFile({ file, settings: bulkLogSettings }))
    reader = createSqlitePageReader(db, createLogCache(db))
  })
  afterAll(() => db.close())

  const readFaults = () => faultsOf(reader.logPage(0, 10) as EventPage)
  const readNumber = (column: string) =>
    BigInt(db.prepare<[], number>(`SELECT ${column} FROM events WHERE position = 2`).pluck().get() ?? 0)
  const onlyTheSecond = [undefined, 'mismatch', undefined]

  it('is no fault of an event that nobody changed', () => {
    expect(readFaults()).toEqual([undefined, undefined, undefined])
  })

  it.each(Object.entries(byteColumns))('is found in each byte of the column %s', (column, type) => {
    const stored = db.prepare<[], Buffer>(`SELECT CAST(${column} AS BLOB) FROM events WHERE position = 2`).pluck().get()
    if (stored === undefined) throw new Error('there is no such event')
    for (let bit = 0; bit < stored.length * 8; bit += 1) {
      const flipped = Buffer.from(stored)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const sql = `UPDATE events SET ${column} = CAST(? AS ${type}) WHERE position = 2`
      expect(afterChange(db, sql, flipped, readFaults)).toEqual(onlyTheSecond)
    }
  })

  it.each(numberColumns)('is found in the column %s', (column) => {
    const stored = readNumber(column)
    for (let bit = 2n; bit < 53n; bit += 1n) {
      const sql = `UPDATE events SET ${column} = ? WHERE position = 2`
      expect(afterChange(db, sql, stored ^ (1n << bit), readFaults)).toEqual(onlyTheSecond)
    }
  })

  it('is found in all events of a stream when it is in the name of the stream', () => {
    const sql = 'UPDATE streams SET name = CAST(? AS TEXT)'
    const name = Buffer.from(stream)
    for (let bit = 0; bit < name.length * 8; bit += 1) {
      const flipped = name.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(afterChange(db, sql, flipped, readFaults)).toEqual(['mismatch', 'mismatch', 'mismatch'])
    }
  })

  it('is found when an event has lost its code, or its column of codes was made anew', () => {
    expect(afterChange(db, 'UPDATE events SET code = ?', new Uint8Array(0), readFaults)).toEqual(
      Array.from({ length: 3 }, () => 'mismatch'),
    )
    expect(afterChange(db, 'UPDATE events SET code = nullif(?, 1)', 1n, readFaults)).toEqual(
      Array.from({ length: 3 }, () => 'missing'),
    )
  })
})
