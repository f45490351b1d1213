import type { TaskEither } from 'fp-ts/TaskEither'

/** Overwrites destroyed keys in the memory of this thread, which reads the file in which another thread destroys them. */
export interface DestroyedKeyOverwriter {
  /** Runs a call that destroys or replaces keys, and counts it. */
  readonly countCall: <Err, A>(destroy: TaskEither<Err, A>) => TaskEither<Err, A>
  /** Overwrites what earlier calls have left; does nothing when there were none since the last time. */
  readonly overwrite: () => void
}

/**
 * A call counts once it has ended: what is read afterwards has no destroyed key any more. Calls that replace living keys
 * count too: their older forms open with an older epoch.
 */
export const createDestroyedKeyOverwriter = (overwriteBytes: () => void): DestroyedKeyOverwriter => {
  let [ended, overwritten] = [0, 0]
  return {
    countCall: (destroy) => () =>
      destroy().finally(() => {
        ended += 1
      }),
    overwrite: () => {
      if (overwritten === ended) return
      overwriteBytes()
      overwritten = ended
    },
  }
}
