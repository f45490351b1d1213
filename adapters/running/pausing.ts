/** Pauses that end when they are told to, so that nobody waits for one when a process stops. */
export interface Pausing {
  readonly pause: (ms: number) => Promise<void>
  readonly isOver: () => boolean
  /** Ends the pause that runs, and every later one at once. */
  readonly end: () => void
}

export const pausing = (): Pausing => {
  let isOver = false
  let wake: () => void = () => undefined
  return {
    pause: (ms) =>
      isOver
        ? Promise.resolve()
        : new Promise((resolve) => {
            const timer = setTimeout(resolve, ms)
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
          }),
    isOver: () => isOver,
    end: () => {
      isOver = true
      wake()
    },
  }
}
