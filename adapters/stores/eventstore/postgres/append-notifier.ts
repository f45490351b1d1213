import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'

/** The channel on which processes hear of appends of other processes. */
export const appendChannel = 'glemsom_log'

/** Ms between two notifications, at least: many appends share one. */
const minInterval = 5

/** Tells the other processes that something was appended. */
interface AppendNotifier {
  /** Sends a notification soon. When it is lost, the others see the append by their timer. */
  readonly notify: () => void
  /** Resolves when the last notification is sent. */
  readonly close: () => Promise<void>
}

export const createAppendNotifier = (pool: Pool): AppendNotifier => {
  let isWanted = false
  let running: Promise<void> | undefined
  const sendWhileWanted = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false
      await pool.query(`NOTIFY ${appendChannel}`).catch(() => undefined)
      await pause(minInterval)
    }
    running = undefined
  }
  return {
    notify: () => {
      isWanted = true
      running ??= sendWhileWanted()
    },
    close: async () => running,
  }
}
