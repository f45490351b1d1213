import type { MonotonicClock } from '../../../domain/ports/clocks'

/** When something that failed is tried again. */
export interface BackOff<Name> {
  /** On the clock of the process, in ms; 0 for what has not failed. */
  readonly dueAt: (name: Name) => number
  /** Answers how often it has failed in a row. */
  readonly noteFailure: (name: Name) => number
  readonly evict: (name: Name) => void
}

const firstWait = 60_000

/** Waits a minute, and twice as long each time, at most `longestWait` ms. */
export const createBackOff = <Name>(clock: MonotonicClock, longestWait: number): BackOff<Name> => {
  const failed = new Map<Name, { readonly failures: number; readonly dueAt: number }>()
  return {
    dueAt: (name) => failed.get(name)?.dueAt ?? 0,
    noteFailure: (name) => {
      const failures = (failed.get(name)?.failures ?? 0) + 1
      failed.set(name, { failures, dueAt: clock.elapsed() + Math.min(firstWait * 2 ** (failures - 1), longestWait) })
      return failures
    },
    evict: (name) => void failed.delete(name),
  }
}
