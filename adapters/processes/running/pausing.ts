import { setMaxListeners } from 'node:events'
import { setTimeout } from 'node:timers/promises'

/** Pauses that end when they are told to, so that nobody waits for one when a process stops. */
export interface Pausing {
  readonly pause: (ms: number) => Promise<void>
  readonly isOver: () => boolean
  /** Ends the pauses that run, and every later one at once. */
  readonly end: () => void
}

export const pausing = (): Pausing => {
  const ending = new AbortController()
  const { signal } = ending
  // Any number may pause at a time.
  setMaxListeners(0, signal)
  return {
    pause: (ms) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
    isOver: () => signal.aborted,
    end: () => ending.abort(),
  }
}
