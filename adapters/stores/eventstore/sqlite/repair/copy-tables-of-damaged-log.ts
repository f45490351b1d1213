import type { SqliteDatabase } from '../../../sqlite/open-sqlite-database'

/**
 * Copies the rows of a damaged log into a new one, whose indexes are made from them. Only the tables of the damaged log
 * are read. Throws what the driver throws: a constraint, when two events hold one place in a stream.
 */
export const copyTablesOfDamagedLog = (target: SqliteDatabase, damagedFile: string): void => {
  target.prepare('ATTACH ? AS damaged').run(damagedFile)
  try {
    // Ordered: SQLite copies the pages of the indexes instead of making them when a whole table is selected as it is.
    target.exec(`BEGIN;
      INSERT INTO main.streams SELECT id, name FROM damaged.streams NOT INDEXED ORDER BY id;
      INSERT INTO main.events SELECT position, stream, revision, id, type, version, recorded, open, sealed, code
        FROM damaged.events NOT INDEXED ORDER BY position;
      INSERT INTO main.checkpoints SELECT reactor, position FROM damaged.checkpoints;
      COMMIT`)
  } catch (error) {
    if (target.inTransaction) target.exec('ROLLBACK')
    throw error
  } finally {
    target.exec('DETACH damaged')
  }
}
