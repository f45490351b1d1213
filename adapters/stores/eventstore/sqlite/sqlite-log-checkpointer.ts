import type { SqliteCheckpointThread } from '../../sqlite/checkpoints/start-sqlite-checkpoint-thread'

/** Copies the write-ahead log of a log into its file from time to time. */
export interface SqliteLogCheckpointer {
  /** Must be called when events were appended. */
  readonly appended: (events: number) => void
  /** Runs a task while no checkpoint is made, and answers what it answers. */
  readonly whilePaused: <A>(task: () => Promise<A>) => Promise<A>
  /** Makes no further checkpoint, and ends the thread. */
  readonly close: () => Promise<void>
}

/**
 * Events between two checkpoints. They change about three pages each, so the thread copies some 1,500 pages. The writer
 * would copy 4,000 in one commit, and all commands would wait until the disk has them: up to 100 ms.
 */
const eventsBetweenCheckpoints = 500

/**
 * Makes checkpoints on a thread of its own, which is started with the first of them. A checkpoint that fails is left to
 * the next one, and at last to the writer.
 */
export const createSqliteLogCheckpointer = (start: () => SqliteCheckpointThread): SqliteLogCheckpointer => {
  let thread: SqliteCheckpointThread | undefined
  let events = 0
  let running: Promise<unknown> | undefined
  let [isPaused, isClosed] = [false, false]
  const begin = (): void => {
    events = 0
    thread ??= start()
    running = thread
      .submit('checkpoint', () => undefined)
      .then(() => {
        running = undefined
      })
  }
  return {
    appended: (count) => {
      events += count
      if (running === undefined && !isPaused && !isClosed && events >= eventsBetweenCheckpoints) begin()
    },
    whilePaused: async (task) => {
      isPaused = true
      await running
      try {
        return await task()
      } finally {
        isPaused = false
      }
    },
    close: async () => {
      isClosed = true
      await thread?.close()
    },
  }
}

/** The writer makes the checkpoints. */
export const checkpointerWithinWriter: SqliteLogCheckpointer = {
  appended: () => undefined,
  whilePaused: (task) => task(),
  close: () => Promise.resolve(),
}
