import { repeatUntilStopped, type RepeatedJob } from '../../system/concurrency/repeat-until-stopped'
import { toLoggableError } from '../../system/telemetry/loggable-error'
import type { Logger } from '../../system/telemetry/logger'

/** What a service does again and again while it serves. */
interface PeriodicTask {
  /** What the log calls it. */
  readonly name: string
  /** Ms between two runs. */
  readonly interval: number
  /** A run asks before each step whether the service is stopping. */
  readonly run: (isStopping: () => boolean) => Promise<unknown>
}

/**
 * Runs a task from the start until the returned job is stopped, which waits for the step under way. An error is logged by its
 * name alone.
 */
export const startPeriodicTask = (
  { name, interval, run }: PeriodicTask,
  { logger }: { readonly logger: Pick<Logger, 'error'> },
): RepeatedJob => {
  let isStopping = false
  const job = repeatUntilStopped(
    () => run(() => isStopping),
    interval,
    (error) => {
      logger.error({ failed: [toLoggableError(error).name] }, `${name}: the run ended with an error`)
    },
  )
  return {
    stop: () => {
      isStopping = true
      return job.stop()
    },
  }
}
