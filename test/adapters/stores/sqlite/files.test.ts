import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../../../adapters/stores/sqlite/migrate'
import { openDisposable, openTruth } from '../../../../adapters/stores/sqlite/open'
import { forDisposable, forKeys } from '../../../../adapters/stores/sqlite/settings'
import { right } from '../../../fixtures/right'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const aFile = () => join(folder, `${String((files += 1))}.db`)
const key = new Uint8Array(32).fill(7)

describe('a disposable file', () => {
  it('holds nothing in the clear, and opens under its own key alone', () => {
    const file = aFile()
    const db = right(openDisposable(key)(forDisposable)(file))
    db.exec("CREATE TABLE loans (title TEXT); INSERT INTO loans VALUES ('Kongens fald')")
    expect(readFileSync(`${file}-wal`).includes('Kongens fald')).toBe(false)
    db.close()
    expect(readFileSync(file).includes('Kongens fald')).toBe(false)
    expect(readFileSync(file).includes('SQLite format')).toBe(false)
    expect(openDisposable(new Uint8Array(32))(forDisposable)(file)).toMatchObject({
      left: { reason: 'the file is not a database, or not one of this key (SQLITE_NOTADB)' },
    })
    const again = right(openDisposable(key)(forDisposable)(file))
    expect(again.prepare('SELECT title FROM loans').pluck().get()).toBe('Kongens fald')
    again.close()
  })

  it('overwrites what is deleted and keeps what is temporary in memory', () => {
    const db = right(openDisposable(key)(forDisposable)(aFile()))
    expect(db.pragma('secure_delete', { simple: true })).toBe(1)
    expect(db.pragma('temp_store', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    db.close()
  })

  it('takes no key but one of 32 bytes', () => {
    expect(openDisposable(new Uint8Array(16))(forDisposable)(aFile())).toMatchObject({ _tag: 'Left' })
  })
})

describe('a file of keys', () => {
  it('overwrites what is deleted, and is synchronised in full', () => {
    const db = right(openTruth(forKeys)(aFile()))
    expect(db.pragma('secure_delete', { simple: true })).toBe(1)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    db.close()
  })
})

describe('the version of a file', () => {
  const steps = ['CREATE TABLE a (x)', 'CREATE TABLE b (x)']

  it('is brought to the newest one step after the other, each once', () => {
    const db = right(openTruth(forKeys)(aFile()))
    right(migrate(steps.slice(0, 1))(db))
    right(migrate(steps)(db))
    right(migrate(steps)(db))
    expect(db.pragma('user_version', { simple: true })).toBe(2)
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()).toEqual([
      'a',
      'b',
    ])
    db.close()
  })

  it('of a later release is refused', () => {
    const db = right(openTruth(forKeys)(aFile()))
    right(migrate(steps)(db))
    expect(migrate(steps.slice(0, 1))(db)).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    db.close()
  })

  it('stays where it was when a step fails', () => {
    const db = right(openTruth(forKeys)(aFile()))
    expect(migrate(['CREATE TABLE a (x)', 'CREATE TABLE a (x)'])(db)).toMatchObject({ _tag: 'Left' })
    expect(db.pragma('user_version', { simple: true })).toBe(0)
    expect(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0)
    db.close()
  })
})
