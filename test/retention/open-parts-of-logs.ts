import { randomUUID } from 'node:crypto'
import type { AnyEvent } from '../../domain/event/define-event'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { Position } from '../../domain/ports/event-store'
import type { EventId } from '../../domain/values/ids'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import type { OpenPartOfEvent } from '../../retention/schedule/open-part-of-event'
import { makeScheduleProjector } from '../../retention/schedule/schedule-projector'
import type { Schedule } from '../../retention/schedule/schedule'
import { declarationChecks } from './declaration-checks'

export const randomId = <Id extends string>(): Id => randomUUID() as string as Id

export const openPartOfEventIn = (
  log: LogName,
  revision: number,
  stream: string,
  event: Pick<AnyEvent, 'type' | 'open'>,
  recorded: string,
): OpenPartOfEvent => ({
  type: event.type,
  open: event.open,
  metadata: {
    log,
    stream: stream as StreamName,
    revision,
    position: String(revision).padStart(8, '0') as Position,
    id: randomId<EventId>(),
    recorded,
  },
})

/** Folds the events of a log that the schedule has not folded yet. */
export const projectIntoSchedule = (schedule: Schedule, log: LogName, events: ReadonlyArray<OpenPartOfEvent>): void => {
  const from = schedule.position(log) ?? ''
  makeScheduleProjector(
    schedule,
    deletionClasses,
    declarationChecks,
  )(
    log,
    events.filter(({ metadata }) => metadata.position > from),
  )
}
