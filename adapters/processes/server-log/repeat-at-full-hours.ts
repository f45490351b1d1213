const hourMs = 3_600_000

/**
 * Runs a job at each full hour, whether somebody came or not. `now`: ms since 1970; Copenhagen is whole hours from UTC.
 * Answers what stops it, once a run that is under way has ended.
 */
export const repeatAtFullHours = (job: () => Promise<unknown>, now: () => number): (() => Promise<void>) => {
  let timer: NodeJS.Timeout
  let running: Promise<unknown> = Promise.resolve()
  const schedule = (): void => {
    timer = setTimeout(
      () => {
        running = job().catch(() => undefined)
        schedule()
      },
      hourMs - (now() % hourMs),
    ).unref()
  }
  schedule()
  return async () => {
    clearTimeout(timer)
    await running
  }
}
