import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { digestOfDatabaseRows } from '../../../../../adapters/stores/sqlite/copying/database-content-digest'
import { copySqliteContent } from '../../../../../adapters/stores/sqlite/copying/copy-sqlite-content'
import {
  makeDatabaseCopyFile,
  openDatabaseReadOnly,
} from '../../../../../adapters/stores/sqlite/copying/open-database-read-only'
import {
  paddedDatabaseCopySize,
  padDatabaseCopy,
} from '../../../../../adapters/stores/sqlite/copying/pad-database-copy'
import { takeSnapshotOfFiles } from '../../../../../adapters/stores/sqlite/copying/database-files-snapshot'

const withFolder = <A>(use: (folder: string) => A): A => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-copy-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const sourceWith = (lengths: ReadonlyArray<number>, pageSize: number): Database.Database => {
  const db = new Database(':memory:')
  db.pragma(`page_size = ${String(pageSize)}`)
  db.exec(`CREATE TABLE events (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB) STRICT;
    CREATE INDEX by_text ON events (text); CREATE TABLE names (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`)
  const add = db.prepare('INSERT INTO events (text, bytes) VALUES (?, ?)')
  lengths.forEach((length, at) => add.run(at % 3 === 0 ? null : `secret ${String(at)}`, Buffer.alloc(length, at)))
  return db
}

const runCopy = (source: Database.Database, target: Database.Database): unknown => {
  for (const rows = copySqliteContent(source, target); ;) {
    const next = rows.next()
    if (next.done === true) return next.value
  }
}

const key = Buffer.alloc(32, 7)

describe('The copy of a file', () => {
  it('has the same rows, in plain or encrypted, and an encrypted one has one of a few sizes', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat(3000), { maxLength: 400 }),
        fc.constantFrom(1024, 8192),
        fc.boolean(),
        (lengths, pageSize, isEncrypted) =>
          withFolder((folder) => {
            const copy = { file: path.join(folder, 'copy.db'), ...(isEncrypted ? { key } : {}) }
            const source = sourceWith(lengths, pageSize)
            const target = makeDatabaseCopyFile(copy, pageSize)
            const copied = runCopy(source, target)
            if (isEncrypted) padDatabaseCopy(target)
            target.close()
            const opened = openDatabaseReadOnly(copy)
            expect(digestOfDatabaseRows(opened)).toEqual(copied)
            expect(copied).toEqual(digestOfDatabaseRows(source))
            expect(opened.pragma('integrity_check', { simple: true })).toBe('ok')
            expect(opened.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'by_text'`).pluck().get()).toBe(1)
            opened.close()
            const { size } = statSync(copy.file)
            expect(size === paddedDatabaseCopySize(size) || !isEncrypted).toBe(true)
            expect(isEncrypted && readFileSync(copy.file).includes('secret')).toBe(false)
          }),
      ),
      { numRuns: 30 },
    ))

  it('does not open under another key', () =>
    withFolder((folder) => {
      const file = path.join(folder, 'copy.db')
      const target = makeDatabaseCopyFile({ file, key }, 1024)
      runCopy(sourceWith([10], 1024), target)
      target.close()
      expect(() => digestOfDatabaseRows(openDatabaseReadOnly({ file, key: Buffer.alloc(32, 8) }))).toThrow(
        'not a database',
      )
    }))
})

describe('A snapshot of two files', () => {
  it('is one moment of both: what is written into them later is in none', () =>
    withFolder((folder) => {
      const files = ['one.db', 'other.db'].map((name) => path.join(folder, name))
      const writers = files.map((file) => {
        const db = new Database(file)
        db.exec('PRAGMA journal_mode = wal; CREATE TABLE numbers (number INTEGER PRIMARY KEY)')
        return db
      })
      const write = (number: number): void =>
        writers.forEach((db) => db.prepare('INSERT INTO numbers VALUES (?)').run(number))
      write(1)
      const snapshot = takeSnapshotOfFiles(files.map((file) => ({ file })))
      write(2)
      for (const file of files)
        expect(snapshot.sources.get(file)?.prepare('SELECT number FROM numbers').pluck().all()).toEqual([1])
      snapshot.close()
      for (const db of writers) db.close()
    }))
})
