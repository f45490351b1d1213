import type { SqliteDatabase } from '../open-sqlite-database'

/** The answer of SQLite to a checkpoint: the frames of the write-ahead log, -1 while another connection copies them. */
interface Checkpointed {
  readonly log: number
}

/** A writer that commits all the time may prevent each of them from being complete. */
const maxCheckpoints = 5

/**
 * Copies the write-ahead log into the file, and synchronises the file with the disk, on a thread for which no command
 * waits. SQLite synchronises the file only when nothing was committed while it copied, so this repeats until nothing is:
 * each time fewer pages are left. Without that the copied pages gather in the memory of the operating system, and the
 * writer waits for all of them in a commit. Throws what the driver throws.
 */
export const checkpointDatabaseWithoutBlockingWriter = (db: Pick<SqliteDatabase, 'pragma'>): void => {
  let frames: number | undefined
  for (let remaining = maxCheckpoints; remaining > 0; remaining -= 1) {
    const [result] = db.pragma('wal_checkpoint(PASSIVE)') as ReadonlyArray<Checkpointed>
    const log = result?.log ?? -1
    // Fewer: the writer has begun the log anew, which it does after a complete checkpoint only.
    if (frames !== undefined && log <= frames) return
    frames = log
  }
}
