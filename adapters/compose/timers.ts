import type { ReadModels } from '../../projections/kernel/read-models'
import type { HeldKeys } from '../../retention/keys/make-keys'
import type { Schedule } from '../../retention/schedule/schedule'

/**
 * Ms between commits of read models and schedule: after a crash, what came since is folded again. Ids are random, so
 * every event touches pages of its own; the longer a commit waits, the more events share the writing of a page.
 */
const betweenCommits = 1000

/** Ms between looks for keys that have been held for too long. */
const betweenSweeps = 10_000

/** Commits what is folded from the logs now and then. What is not committed is read all the same. */
export const committingNowAndThen = (
  views: Pick<ReadModels, 'commit'>,
  schedule: Pick<Schedule, 'commit'>,
): NodeJS.Timeout =>
  setInterval(() => {
    views.commit()
    schedule.commit()
  }, betweenCommits).unref()

export const sweepingNowAndThen = (keys: Pick<HeldKeys, 'sweep'>): NodeJS.Timeout =>
  setInterval(keys.sweep, betweenSweeps).unref()
