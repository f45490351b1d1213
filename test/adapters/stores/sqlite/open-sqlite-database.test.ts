import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateSqliteSchema } from '../../../../adapters/stores/sqlite/migrate-sqlite-schema'
import { openDisposableDatabase, openDurableDatabase } from '../../../../adapters/stores/sqlite/open-sqlite-database'
import { disposableDatabaseSettings, keyStoreFileSettings } from '../../../../adapters/stores/sqlite/sqlite-settings'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newFile = () => join(folder, `${String((files += 1))}.db`)
const key = new Uint8Array(32).fill(7)

describe('a disposable file', () => {
  it('holds no clear text, and opens only with its own key', () => {
    const file = newFile()
    const db = rightOrThrow(openDisposableDatabase(key)(disposableDatabaseSettings)(file))
    db.exec("CREATE TABLE loans (title TEXT); INSERT INTO loans VALUES ('Kongens fald')")
    expect(readFileSync(`${file}-wal`).includes('Kongens fald')).toBe(false)
    db.close()
    expect(readFileSync(file).includes('Kongens fald')).toBe(false)
    expect(readFileSync(file).includes('SQLite format')).toBe(false)
    expect(openDisposableDatabase(new Uint8Array(32))(disposableDatabaseSettings)(file)).toMatchObject({
      left: { reason: 'the file is not a database, or has another key (SQLITE_NOTADB)' },
    })
    const again = rightOrThrow(openDisposableDatabase(key)(disposableDatabaseSettings)(file))
    expect(again.prepare('SELECT title FROM loans').pluck().get()).toBe('Kongens fald')
    again.close()
  })

  it('overwrites deleted data and keeps temporary data in memory', () => {
    const db = rightOrThrow(openDisposableDatabase(key)(disposableDatabaseSettings)(newFile()))
    expect(db.pragma('secure_delete', { simple: true })).toBe(1)
    expect(db.pragma('temp_store', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    db.close()
  })

  it('refuses a key that has not 32 bytes', () => {
    expect(openDisposableDatabase(new Uint8Array(16))(disposableDatabaseSettings)(newFile())).toMatchObject({
      _tag: 'Left',
    })
  })
})

describe('a file of keys', () => {
  it('overwrites deleted data, and is synchronised in full', () => {
    const db = rightOrThrow(openDurableDatabase(keyStoreFileSettings)(newFile()))
    expect(db.pragma('secure_delete', { simple: true })).toBe(1)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    db.close()
  })
})

describe('the schema version of a file', () => {
  const steps = ['CREATE TABLE a (x)', 'CREATE TABLE b (x)']

  it('is migrated step by step, each step once', () => {
    const db = rightOrThrow(openDurableDatabase(keyStoreFileSettings)(newFile()))
    rightOrThrow(migrateSqliteSchema(steps.slice(0, 1))(db))
    rightOrThrow(migrateSqliteSchema(steps)(db))
    rightOrThrow(migrateSqliteSchema(steps)(db))
    expect(db.pragma('user_version', { simple: true })).toBe(2)
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()).toEqual([
      'a',
      'b',
    ])
    db.close()
  })

  it('is refused when it is of a later release', () => {
    const db = rightOrThrow(openDurableDatabase(keyStoreFileSettings)(newFile()))
    rightOrThrow(migrateSqliteSchema(steps)(db))
    expect(migrateSqliteSchema(steps.slice(0, 1))(db)).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    db.close()
  })

  it('stays unchanged when a step fails', () => {
    const db = rightOrThrow(openDurableDatabase(keyStoreFileSettings)(newFile()))
    expect(migrateSqliteSchema(['CREATE TABLE a (x)', 'CREATE TABLE a (x)'])(db)).toMatchObject({ _tag: 'Left' })
    expect(db.pragma('user_version', { simple: true })).toBe(0)
    expect(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0)
    db.close()
  })
})
