/** Something that goes on until it is stopped. */
export interface Going {
  readonly stop: () => Promise<void>
}

/** Does a job, waits, and does it again; never two at once. A job must not reject. */
export const againAndAgain = (job: () => Promise<unknown>, wait: number): Going => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const go = (): void => {
    if (stopped) return
    running = job().finally(() => {
      if (!stopped) timer = setTimeout(go, wait)
    })
  }
  go()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
