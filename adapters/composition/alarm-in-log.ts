import type { Alarm } from '../processes/failures/alarm-without-repeats'
import type { Logger } from '../system/telemetry/logger'

/** Writes each alarm to the log of the process. */
export const alarmInLog =
  (logger: Pick<Logger, 'error'>): Alarm =>
  (kind, details) =>
    logger.error({ alarm: kind, ...details }, 'alarm')
