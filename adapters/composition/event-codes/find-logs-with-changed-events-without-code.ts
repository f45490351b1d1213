import { logNames, type LogName } from '../../../domain/event/stream'
import type { EventStore } from '../../../domain/ports/event-store'
import type { EventCodeFunctions } from '../../../retention/event-codes/make-event-code-functions'
import { areEventsWithoutCodeUnchanged } from './read-log-if-no-event-has-code'

/** The logs whose events from before the codes are not those that the ring has signed. Reads all of these events. */
export const findLogsWithChangedEventsWithoutCode = async (
  logs: Readonly<Record<LogName, Pick<EventStore, 'readAll'>>>,
  codes: EventCodeFunctions | undefined,
): Promise<ReadonlyArray<LogName>> => {
  const changed: LogName[] = []
  if (codes === undefined) return changed
  for (const log of logNames) if (!(await areEventsWithoutCodeUnchanged(logs[log], codes[log].older))) changed.push(log)
  return changed
}
