import type { RunningLibrary } from '../../processes/running-library/running-library'
import { repeatUntilStopped, type RepeatedJob } from '../../system/concurrency/repeat-until-stopped'
import { toLoggableError } from '../../system/telemetry/loggable-error'
import type { Logger } from '../../system/telemetry/logger'

/** Ms between looks for deliveries of the CPR register, and for registrations to complete. */
const cprRegisterInterval = 60_000

/**
 * Works with the CPR register from the start until the returned job is stopped, which waits for one person at most. An error
 * is logged by its name alone.
 */
export const startCprRegisterRuns = (
  { cprRegister }: Pick<RunningLibrary, 'cprRegister'>,
  { logger }: { readonly logger: Pick<Logger, 'error'> },
): RepeatedJob => {
  let isStopping = false
  const job = repeatUntilStopped(
    () => cprRegister.run(() => isStopping),
    cprRegisterInterval,
    (error) => {
      logger.error({ failed: [toLoggableError(error).name] }, 'CPR register: the run ended with an error')
    },
  )
  return {
    stop: () => {
      isStopping = true
      return job.stop()
    },
  }
}
