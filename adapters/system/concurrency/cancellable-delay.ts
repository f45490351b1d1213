import { setMaxListeners } from 'node:events'
import { setTimeout } from 'node:timers/promises'

/** Delays that can be cancelled, so that a stopping process does not wait for them. */
interface CancellableDelay {
  readonly delay: (ms: number) => Promise<void>
  readonly isCancelled: () => boolean
  /** Ends all current delays, and every later delay immediately. */
  readonly cancel: () => void
}

export const createCancellableDelay = (): CancellableDelay => {
  const controller = new AbortController()
  const { signal } = controller
  // Any number of delays may wait at the same time.
  setMaxListeners(0, signal)
  return {
    delay: (ms) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
    isCancelled: () => signal.aborted,
    cancel: () => controller.abort(),
  }
}
