import type { TaskEither } from 'fp-ts/TaskEither'

/** Bytes of destroyed keys that this thread may have in memory: it reads the file in which another thread destroys them. */
export interface DestroyedKeysInMemory {
  /** Wraps each call that destroys or replaces keys. */
  readonly after: <Err, A>(destroy: TaskEither<Err, A>) => TaskEither<Err, A>
  /** Overwrites what earlier calls have left; does nothing when there were none since the last time. */
  readonly overwrite: () => void
}

/**
 * A call counts once it has ended: what is read afterwards has no destroyed key any more. Calls that replace living keys
 * count too: their older forms open with an older epoch.
 */
export const destroyedKeysInMemory = (overwriteBytes: () => void): DestroyedKeysInMemory => {
  let [ended, overwritten] = [0, 0]
  return {
    after: (destroy) => () =>
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
