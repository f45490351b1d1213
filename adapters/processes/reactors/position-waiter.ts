import type { Position } from '../../../domain/ports/event-store'

interface Waiter {
  target: Position
  readonly resolve: (isPassed: boolean) => void
}

/** Lets callers wait until a reactor has passed a position, and the events that its reactions appended. */
export interface PositionWaiter {
  /** Answers true when the position is passed, false when the reactor stops first. */
  readonly waitFor: (target: Position) => Promise<boolean>
  /** Reports a passed position, and the position of the last event that its reaction appended. */
  readonly advanceTo: (position: Position, lastReaction: Position | undefined) => void
  /** Ends all waiting with false. */
  readonly cancelAll: () => void
}

export const createPositionWaiter = (): PositionWaiter => {
  const waiters = new Set<Waiter>()
  const resolveAll = (isPassed: boolean, matches: (waiter: Waiter) => boolean): void => {
    for (const waiter of waiters)
      if (matches(waiter)) {
        waiters.delete(waiter)
        waiter.resolve(isPassed)
      }
  }
  return {
    waitFor: (target) =>
      new Promise((resolve) => {
        waiters.add({ target, resolve })
      }),
    advanceTo: (position, lastReaction) => {
      if (lastReaction !== undefined)
        for (const waiter of waiters)
          if (position <= waiter.target && lastReaction > waiter.target) waiter.target = lastReaction
      resolveAll(true, ({ target }) => target <= position)
    },
    cancelAll: () => {
      resolveAll(false, () => true)
    },
  }
}
