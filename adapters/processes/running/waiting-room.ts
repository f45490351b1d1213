import type { Position } from '../../../domain/ports/event-store'

interface Waiting {
  target: Position
  readonly call: (passed: boolean) => void
}

/** Where those wait who want a reactor to pass a position, and whatever follows from what stands up to it. */
export interface WaitingRoom {
  /** Answers true once it is passed; false when nobody will pass it any more. */
  readonly until: (target: Position) => Promise<boolean>
  /** A position was passed, and what followed from it stands at another. */
  readonly passed: (position: Position, followed: Position | undefined) => void
  /** Sends everybody home. */
  readonly leave: () => void
}

export const waitingRoom = (): WaitingRoom => {
  const waiting = new Set<Waiting>()
  const callAll = (passed: boolean, which: (one: Waiting) => boolean): void => {
    for (const one of waiting)
      if (which(one)) {
        waiting.delete(one)
        one.call(passed)
      }
  }
  return {
    until: (target) =>
      new Promise((call) => {
        waiting.add({ target, call })
      }),
    passed: (position, followed) => {
      if (followed !== undefined)
        for (const one of waiting) if (position <= one.target && followed > one.target) one.target = followed
      callAll(true, ({ target }) => target <= position)
    },
    leave: () => {
      callAll(false, () => true)
    },
  }
}
