import type { LogName } from '../../domain/event/stream'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { OpenPartOfEvent } from './open-part-of-event'
import type { Schedule } from './schedule'
import { scheduleChangesOfEvent, type CertifiedScopeVerification } from './schedule-changes-of-event'

/** Folds events of a log into a schedule. The events must follow those folded before, in the order of the log. */
export const makeScheduleProjector = (
  schedule: Pick<Schedule, 'apply'>,
  classes: DeletionClasses,
  checks: CertifiedScopeVerification,
) => {
  const changes = scheduleChangesOfEvent(classes, checks)
  return (log: LogName, events: ReadonlyArray<OpenPartOfEvent>): void => {
    const last = events.at(-1)
    if (last !== undefined) schedule.apply(log, last.metadata.position, events.flatMap(changes))
  }
}
