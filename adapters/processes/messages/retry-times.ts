import type { MonotonicClock } from '../../../domain/ports/clocks'

/** When a message, or a channel, is tried again. */
export interface RetryTimes {
  readonly isDue: (name: string) => boolean
  /** Answers how often it has failed in a row. */
  readonly noteFailure: (name: string) => number
  /** Forgets all names but these. */
  readonly keepOnly: (names: ReadonlySet<string>) => void
  readonly noteSuccess: (name: string) => void
  /** A message waits as long as its channel. */
  readonly waitLike: (channel: string, message: string) => void
}

const firstWait = 60_000
const longestWait = 6 * 3_600_000

/** Ms until the next attempt, after so many failures: a minute, and twice as long each time, at most six hours. */
const waitAfter = (failures: number): number => Math.min(firstWait * 2 ** (failures - 1), longestWait)

/** Keeps the times in memory. After a restart everything is tried at once. */
export const createRetryTimes = (clock: MonotonicClock): RetryTimes => {
  const retries = new Map<string, { readonly failures: number; readonly dueAt: number }>()
  return {
    isDue: (name) => (retries.get(name)?.dueAt ?? 0) <= clock.elapsed(),
    noteFailure: (name) => {
      const failures = (retries.get(name)?.failures ?? 0) + 1
      retries.set(name, { failures, dueAt: clock.elapsed() + waitAfter(failures) })
      return failures
    },
    noteSuccess: (name) => void retries.delete(name),
    waitLike: (channel, message) => {
      const dueAt = retries.get(channel)?.dueAt ?? 0
      retries.set(message, { failures: retries.get(message)?.failures ?? 0, dueAt })
    },
    keepOnly: (names) => {
      for (const name of retries.keys()) if (!names.has(name)) retries.delete(name)
    },
  }
}
