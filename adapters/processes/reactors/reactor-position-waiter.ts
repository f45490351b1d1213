import type { Position } from '../../../domain/ports/event-store'
import type { ReactorProgress } from '../coordination/reactor-progress-channel'

interface Waiter {
  target: Position
  extensions: number
  readonly resolve: (isPassed: boolean) => void
}

/** Lets callers wait until a reactor has passed a position, and the events that its reactions appended. */
export interface ReactorPositionWaiter {
  /** Answers true when the position is passed, false when the reactor stops first. */
  readonly waitFor: (target: Position) => Promise<boolean>
  /** Reports a reactor's progress. Progress older than the last reported changes nothing. */
  readonly advanceTo: (progress: ReactorProgress) => void
  readonly progress: () => ReactorProgress | undefined
  /** Ends the waiting of all who wait now with false. */
  readonly cancelWaiting: () => void
  /** The same, and nobody waits from now on. */
  readonly cancelAll: () => void
}

/**
 * A reaction's event may have reactions itself: a fee after a return, for example. A wait is extended at most this many
 * times, so that it ends while others continue to append.
 */
const maxExtensions = 4

const laterOf = (one: Position | undefined, other: Position | undefined): Position | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one

export const createReactorPositionWaiter = (): ReactorPositionWaiter => {
  const waiters = new Set<Waiter>()
  let progress: ReactorProgress | undefined
  let isCancelled = false
  /** Whether a wait is finished. Moves the target of an unfinished wait to the last event of a reaction. */
  const isFinished = (waiter: Waiter): boolean => {
    if (progress === undefined || progress.passed < waiter.target) return false
    const { passed, lastReaction } = progress
    if (lastReaction === undefined || lastReaction <= passed || waiter.extensions === maxExtensions) return true
    waiter.target = lastReaction
    waiter.extensions += 1
    return false
  }
  const cancelWaiting = (): void => {
    for (const { resolve } of waiters) resolve(false)
    waiters.clear()
  }
  return {
    waitFor: (target) =>
      new Promise((resolve) => {
        const waiter = { target, extensions: 0, resolve }
        if (isFinished(waiter)) resolve(true)
        else if (isCancelled) resolve(false)
        else waiters.add(waiter)
      }),
    advanceTo: ({ passed, lastReaction }) => {
      if (progress !== undefined && passed < progress.passed) return
      progress = { passed, lastReaction: laterOf(progress?.lastReaction, lastReaction) }
      for (const waiter of waiters)
        if (isFinished(waiter)) {
          waiters.delete(waiter)
          waiter.resolve(true)
        }
    },
    progress: () => progress,
    cancelWaiting,
    cancelAll: () => {
      isCancelled = true
      cancelWaiting()
    },
  }
}
