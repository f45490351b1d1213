import type { MachineClock } from '../../../domain/ports/clocks'

/** What is folded from the logs and read before it is kept. */
export interface KeptLater {
  readonly commit: () => unknown
}

/** Ms between two commits, at least and at most: after a crash, what came since is folded again. */
const shortest = 100
const longest = 1000

/** A commit may take one part in so many of the time. */
const partOfTheTime = 20

/** How long to wait, in ms, after a commit that took so many. */
export const waitAfter = (took: number): number => Math.min(longest, Math.max(shortest, took * partOfTheTime))

/**
 * Commits now and then, until it is stopped. Ids are random, so every event touches pages of its own: the longer a
 * commit waits, the more events share the writing of a page, and the longer everybody stands still for it. So what is
 * cheap to keep is kept soon, and the busier the library, the more a commit takes at once.
 */
export const committingNowAndThen = (kept: KeptLater, clock: MachineClock): (() => void) => {
  let timer: NodeJS.Timeout
  const later = (wait: number): void => {
    timer = setTimeout(commit, wait).unref()
  }
  const commit = (): void => {
    const start = clock.elapsed()
    kept.commit()
    later(waitAfter(clock.elapsed() - start))
  }
  later(shortest)
  return () => clearTimeout(timer)
}
