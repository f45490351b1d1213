import type { LogName } from '../../domain/event/stream'
import type { Position } from '../../domain/ports/event-store'
import type { PositionRequiredForErasure } from '../guards/consumers-behind'
import type { DeletionClock } from '../schedule/schedule-change'
import type { Schedule } from '../schedule/schedule'
import type { ScheduledScope } from '../schedule/scheduled-scope'

const later = (a: Position, b: Position | undefined): Position => (b !== undefined && b > a ? b : a)

const required = (log: LogName, position: Position | undefined): ReadonlyArray<PositionRequiredForErasure> =>
  position === undefined ? [] : [{ log, position }]

/**
 * The positions that every log consumer must have passed before a scope is erased: that of the event that made it due,
 * and that of the closing that it waited for. For a borrower also the end of *circulation* as the schedule knows it,
 * because the borrower's loans and fees are recorded there.
 */
export const positionsRequiredBeforeErasing = (schedule: Schedule, log: LogName) => {
  const closings = {
    day: schedule.lastClosing(log, 'day')?.position,
    month: schedule.lastClosing(log, 'month')?.position,
  }
  const circulation = required('circulation', schedule.position('circulation'))
  return (scope: ScheduledScope, { due, position }: DeletionClock): ReadonlyArray<PositionRequiredForErasure> => [
    ...required(log, due.by === 'at once' ? position : later(position, closings[due.by])),
    ...(scope.class === 'borrower' ? circulation : []),
  ]
}
