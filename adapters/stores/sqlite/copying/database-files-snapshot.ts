import type { SqliteDatabase } from '../open-sqlite-database'
import { openDatabaseReadOnly, type DatabaseFileWithKey } from './open-database-read-only'

/** One moment of several files, by their paths. Each connection reads its file as it was then. */
export interface DatabaseFilesSnapshot {
  readonly sources: ReadonlyMap<string, SqliteDatabase>
  /** Ends the snapshot of one file, which may then empty its write-ahead log again. */
  readonly release: (file: string) => void
  readonly close: () => void
}

/** How often a moment is looked for in which nothing is written. */
const maxAttempts = 10_000

const versionOf = (db: SqliteDatabase): unknown => db.pragma('data_version', { simple: true })

/**
 * Takes a snapshot of several files at one moment: when one of them is written while the others are being opened, it
 * begins again. A commit takes longer than opening four snapshots, so a moment is found while many write. Throws what
 * the driver throws, and SQLITE_BUSY when no moment was found.
 */
export const takeSnapshotOfFiles = (files: ReadonlyArray<DatabaseFileWithKey>): DatabaseFilesSnapshot => {
  const connections = files.map((file) => ({
    file: file.file,
    reader: openDatabaseReadOnly(file),
    watcher: openDatabaseReadOnly(file),
  }))
  const readers = connections.map(({ reader }) => reader)
  const close = (): void => {
    for (const { reader, watcher } of connections) for (const db of [reader, watcher]) if (db.open) db.close()
  }
  const isUnchangedWhile = (work: () => void): boolean => {
    const before = connections.map(({ watcher }) => versionOf(watcher))
    work()
    return connections.every(({ watcher }, at) => versionOf(watcher) === before[at])
  }
  const begin = (): void => {
    for (const db of readers) {
      db.exec('BEGIN')
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
    }
  }
  try {
    for (let attempt = 1; !isUnchangedWhile(begin); attempt += 1) {
      for (const db of readers) db.exec('ROLLBACK')
      if (attempt === maxAttempts) throw Object.assign(new Error('no moment was found'), { code: 'SQLITE_BUSY' })
    }
  } catch (error) {
    close()
    throw error
  }
  return {
    sources: new Map(connections.map(({ file, reader }) => [file, reader])),
    release: (file) => {
      for (const { reader, watcher } of connections.filter((each) => each.file === file)) {
        reader.close()
        watcher.close()
      }
    },
    close,
  }
}
