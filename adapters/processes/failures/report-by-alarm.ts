import type { Alarm } from './alarm-without-repeats'
import type { ReportFailure } from './failing-parts'

/** Raises an alarm when a part begins to fail, and one when it works again. */
export const reportByAlarm = (alarm: Alarm): ReportFailure => ({
  began: ({ part, reason }) => alarm('PartFails', { part, reason }),
  ended: ({ part }) => alarm('PartWorksAgain', { part }),
})
