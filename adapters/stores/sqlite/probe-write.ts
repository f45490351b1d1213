import type { SqliteDatabase } from './open-sqlite-database'

/** As many bytes as a large command writes. */
const probeSize = 65_536

/** Writes a table of zeros and removes it, within one transaction: it fails when the file cannot grow. */
export const probeWrite = (db: SqliteDatabase) => (): undefined => {
  db.exec(`CREATE TABLE write_probe (zeros BLOB); INSERT INTO write_probe VALUES (zeroblob(${String(probeSize)}));
    DROP TABLE write_probe`)
}
