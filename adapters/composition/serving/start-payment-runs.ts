import type { RunningLibrary } from '../../processes/running-library/running-library'
import { repeatUntilStopped, type RepeatedJob } from '../../system/concurrency/repeat-until-stopped'
import { toLoggableError } from '../../system/telemetry/loggable-error'
import type { Logger } from '../../system/telemetry/logger'

/** Ms between looks for started payments. They are kept for days, so a service that is down is asked often enough. */
const paymentInterval = 10 * 60_000

/**
 * Asks for started payments, from the start until the returned job is stopped, which waits for one payment at most. An error
 * is logged by its name alone.
 */
export const startPaymentRuns = (
  { payments }: Pick<RunningLibrary, 'payments'>,
  { logger }: { readonly logger: Pick<Logger, 'error'> },
): RepeatedJob => {
  let isStopping = false
  const job = repeatUntilStopped(
    () => payments.confirmStarted(() => isStopping),
    paymentInterval,
    (error) => {
      logger.error({ failed: [toLoggableError(error).name] }, 'payments: the run ended with an error')
    },
  )
  return {
    stop: () => {
      isStopping = true
      return job.stop()
    },
  }
}
