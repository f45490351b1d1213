/** Wakes whoever waits. */
export interface Bell {
  /** Ends with the next ring. */
  readonly wait: () => Promise<void>
  readonly ring: () => void
}

export const bell = (): Bell => {
  let waiting: Array<() => void> = []
  return {
    wait: () => new Promise((wake) => waiting.push(wake)),
    ring: () => {
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    },
  }
}
