/** A job that repeats until it is stopped. */
export interface RepeatedJob {
  readonly stop: () => Promise<void>
}

/**
 * Runs a job, waits `waitMs`, and runs it again. Never runs two at the same time. A rejection is reported, and the job
 * continues. The first run begins after `firstWaitMs`, or else at once.
 */
export const repeatUntilStopped = (
  job: () => Promise<unknown>,
  waitMs: number,
  onError: (error: unknown) => void,
  firstWaitMs = 0,
): RepeatedJob => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const runOnce = (): void => {
    if (stopped) return
    running = job()
      .catch(onError)
      .finally(() => {
        if (!stopped) timer = setTimeout(runOnce, waitMs).unref()
      })
  }
  if (firstWaitMs === 0) runOnce()
  else timer = setTimeout(runOnce, firstWaitMs).unref()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
