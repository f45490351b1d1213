import type { Db } from '../../sqlite/open-database'

const attempts = 3

interface CheckpointRow {
  readonly busy: number
}

/** Has the code that SQLite gives to errors of this kind. */
const readerBusy = Object.assign(new Error('an open read keeps the write-ahead log from being emptied'), {
  code: 'SQLITE_BUSY',
})

/**
 * Copies the write-ahead log into the file and empties it. Deleted data is overwritten in the file, but stays in the
 * write-ahead log until this succeeds. Throws when another connection is reading the file.
 */
export const truncateWriteAheadLog = (db: Db): void => {
  for (let remaining = attempts; remaining > 0; remaining -= 1) {
    const [state] = db.pragma('wal_checkpoint(TRUNCATE)') as ReadonlyArray<CheckpointRow>
    if (state?.busy === 0) return
  }
  throw readerBusy
}
