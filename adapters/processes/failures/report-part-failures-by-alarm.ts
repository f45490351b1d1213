import type { AlarmReporter } from './alarm-without-repeats'
import type { PartFailureReporter } from './failing-system-part-registry'

/** Raises an alarm when a part begins to fail, and one when it works again. */
export const reportPartFailuresByAlarm = (alarm: AlarmReporter): PartFailureReporter => ({
  began: ({ part, reason }) => alarm('PartFails', { part, reason }),
  ended: ({ part }) => alarm('PartWorksAgain', { part }),
})
