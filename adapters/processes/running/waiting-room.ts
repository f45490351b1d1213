import type { Position } from '../../../domain/ports/event-store'
import type { ReactorProgress } from '../coordination/progress'

interface Waiting {
  target: Position
  turns: number
  readonly call: (passed: boolean) => void
}

/** Where callers wait until a reactor has passed a position, and what followed from the events up to it. */
export interface WaitingRoom {
  /** Answers true once the reactor has passed it; false when the wait was given up. */
  readonly until: (target: Position) => Promise<boolean>
  /** Takes note of a reactor's progress; a progress that is older than the last one changes nothing. */
  readonly passed: (progress: ReactorProgress) => void
  readonly progress: () => ReactorProgress | undefined
  /** Answers false to everybody who waits. */
  readonly leave: () => void
}

/**
 * What follows from an event may be followed by something in its turn: a fee from a return, say. A wait is extended at
 * most so many times, so that it ends while others go on appending.
 */
const mostTurns = 4

const furthest = (one: Position | undefined, other: Position | undefined): Position | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one

export const waitingRoom = (): WaitingRoom => {
  const waiting = new Set<Waiting>()
  let progress: ReactorProgress | undefined
  /** Whether a wait is over; one that is not over may have got a further target. */
  const isOver = (one: Waiting): boolean => {
    if (progress === undefined || progress.passed < one.target) return false
    const { passed, followed } = progress
    if (followed === undefined || followed <= passed || one.turns === mostTurns) return true
    one.target = followed
    one.turns += 1
    return false
  }
  return {
    until: (target) =>
      new Promise((call) => {
        const one = { target, turns: 0, call }
        if (isOver(one)) call(true)
        else waiting.add(one)
      }),
    passed: ({ passed, followed }) => {
      if (progress !== undefined && passed < progress.passed) return
      progress = { passed, followed: furthest(progress?.followed, followed) }
      for (const one of waiting)
        if (isOver(one)) {
          waiting.delete(one)
          one.call(true)
        }
    },
    progress: () => progress,
    leave: () => {
      for (const { call } of waiting) call(false)
      waiting.clear()
    },
  }
}
