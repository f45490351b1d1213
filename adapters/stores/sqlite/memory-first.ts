import type { Db } from './open'

/** Whether the changes of a disposable file may wait in memory for the file to be closed. */
export interface MemoryFirst {
  readonly mayWait: () => boolean
  /** The file has been written: what is removed from now on must be removed from it as well. */
  readonly written: () => void
}

/**
 * Changes may wait while the file holds no rows, and all its pages together take at most so many bytes: then none leaves
 * SQLite's cache, which must be larger. With 0 bytes none ever waits. What waits is lost in a crash, and folded again.
 */
export const memoryFirst = (db: Db, mostBytes: number, holdsRows: boolean): MemoryFirst => {
  const pages = db.prepare<[], number>('SELECT page_count FROM pragma_page_count').pluck()
  const pageSize = Number(db.pragma('page_size', { simple: true }))
  let isWritten = mostBytes === 0 || holdsRows
  return {
    mayWait: () => !isWritten && (pages.get() ?? 0) * pageSize <= mostBytes,
    written: () => void (isWritten = true),
  }
}
