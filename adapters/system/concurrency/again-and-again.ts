/** Something that goes on until it is stopped. */
export interface Going {
  readonly stop: () => Promise<void>
}

/** Does a job, waits so many ms, and does it again; never two at once. One that rejects is told of, and done again. */
export const againAndAgain = (job: () => Promise<unknown>, wait: number, failed: (error: unknown) => void): Going => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const go = (): void => {
    if (stopped) return
    running = job()
      .catch(failed)
      .finally(() => {
        if (!stopped) timer = setTimeout(go, wait).unref()
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
