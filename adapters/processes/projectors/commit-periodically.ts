import type { MonotonicClock } from '../../../domain/ports/clocks'

/** A store of projected rows that can be read before they are committed. */
interface Committable {
  readonly commit: () => unknown
}

/** Ms between two commits, at least and at most. After a crash, the events since the last commit are folded again. */
const minDelay = 100
const maxDelay = 1000

/** The delay is this many times as long as the last commit took. */
const delayPerCommitTime = 20

/** The delay in ms after a commit that took `commitMs`. */
export const msToWaitAfterCommit = (commitMs: number): number =>
  Math.min(maxDelay, Math.max(minDelay, commitMs * delayPerCommitTime))

/**
 * Commits periodically. Answers how to stop. A longer delay lets more events share a page write, but makes each commit
 * block the process longer. So a cheap commit is repeated soon, and an expensive one after a longer delay.
 */
export const commitPeriodically = (store: Committable, clock: MonotonicClock): (() => void) => {
  let timer: NodeJS.Timeout
  const scheduleCommit = (delayMs: number): void => {
    timer = setTimeout(commit, delayMs).unref()
  }
  const commit = (): void => {
    const start = clock.elapsed()
    store.commit()
    scheduleCommit(msToWaitAfterCommit(clock.elapsed() - start))
  }
  scheduleCommit(minDelay)
  return () => clearTimeout(timer)
}
