import type { ReadModels } from '../../projections/kernel/read-models'
import type { HeldKeys } from '../../retention/keys/make-keys'

/** Ms between commits of the read models: after a crash, what came since is folded again. */
const betweenCommits = 250

/** Ms between looks for keys that have been held for too long. */
const betweenSweeps = 10_000

/** Commits read models now and then, so that a read shares a commit with many. */
export const committingNowAndThen = (views: Pick<ReadModels, 'commit'>): NodeJS.Timeout =>
  setInterval(() => {
    views.commit()
  }, betweenCommits).unref()

export const sweepingNowAndThen = (keys: Pick<HeldKeys, 'sweep'>): NodeJS.Timeout =>
  setInterval(keys.sweep, betweenSweeps).unref()
