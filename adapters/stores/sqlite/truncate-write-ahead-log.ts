import type { SqliteDatabase } from './open-sqlite-database'

/**
 * Copies the write-ahead log into the file and truncates it; answers false when an open read, or another checkpoint,
 * prevented it. Throws what the driver throws.
 */
export const truncateWriteAheadLog = (db: SqliteDatabase): boolean => {
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as ReadonlyArray<{ readonly busy: number }>
  return result?.busy === 0
}
