import type { AlarmReporter } from '../processes/failures/alarm-without-repeats'
import type { Logger } from '../system/telemetry/logger'

/** Writes each alarm to the log of the process. */
export const writeAlarmsToProcessLog =
  (logger: Pick<Logger, 'error'>): AlarmReporter =>
  (kind, details) =>
    logger.error({ alarm: kind, ...details }, 'alarm')
