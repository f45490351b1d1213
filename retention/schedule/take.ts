import type { LogName } from '../../domain/event/stream'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { OpenEvent } from './open-event'
import type { Schedule } from './schedule'
import { scheduleChanges } from './schedule-changes'

/** Brings a schedule past events of a log, which stand after those it has taken and in the order of the log. */
export const takeInto = (schedule: Pick<Schedule, 'apply'>, classes: DeletionClasses) => {
  const changes = scheduleChanges(classes)
  return (log: LogName, events: ReadonlyArray<OpenEvent>): void => {
    const last = events.at(-1)
    if (last !== undefined) schedule.apply(log, last.at.position, events.flatMap(changes))
  }
}
