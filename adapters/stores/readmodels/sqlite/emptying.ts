import type { Db } from '../../sqlite/open'

const attempts = 3

interface Checkpointed {
  readonly busy: number
}

/** A reader held on to what was removed; the code is SQLite's own. */
const stillRead = Object.assign(new Error('a reader keeps the write-ahead log alive'), { code: 'SQLITE_BUSY' })

/**
 * Copies the write-ahead log into the file and cuts it to nothing. What was deleted is overwritten in the file, but
 * stays in the log until this succeeds. Throws when somebody else reads the file.
 */
export const emptyWriteAheadLog = (db: Db): void => {
  for (let left = attempts; left > 0; left -= 1) {
    const [state] = db.pragma('wal_checkpoint(TRUNCATE)') as ReadonlyArray<Checkpointed>
    if (state?.busy === 0) return
  }
  throw stillRead
}
