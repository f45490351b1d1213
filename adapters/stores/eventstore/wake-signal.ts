/** Wakes all who wait, like a condition variable. */
export interface WakeSignal {
  /** Resolves at the next `notifyAll`. */
  readonly wait: () => Promise<void>
  readonly notifyAll: () => void
}

export const createWakeSignal = (): WakeSignal => {
  let waiters: Array<() => void> = []
  return {
    wait: () => new Promise((wake) => waiters.push(wake)),
    notifyAll: () => {
      const notified = waiters
      waiters = []
      for (const wake of notified) wake()
    },
  }
}
