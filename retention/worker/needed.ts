import type { LogName } from '../../domain/event/stream'
import type { Position } from '../../domain/ports/event-store'
import type { Needed } from '../guards/nothing-ahead'
import type { ScopeClock } from '../schedule/entry'
import type { Schedule } from '../schedule/schedule'
import type { ScheduledScope } from '../schedule/scheduled-scope'

const later = (a: Position, b: Position | undefined): Position => (b !== undefined && b > a ? b : a)

const at = (log: LogName, position: Position | undefined): ReadonlyArray<Needed> =>
  position === undefined ? [] : [{ log, position }]

/**
 * What every follower must have passed before a scope is erased: the event that made it due, with the closing that it
 * waited for. A borrower's loans and fees stand in circulation, which must then have been read as far as it is known.
 */
export const neededFor = (schedule: Schedule, log: LogName) => {
  const closings = { day: schedule.closed(log, 'day')?.position, month: schedule.closed(log, 'month')?.position }
  const circulation = at('circulation', schedule.position('circulation'))
  return (scope: ScheduledScope, { due, position }: ScopeClock): ReadonlyArray<Needed> => [
    ...at(log, due.by === 'at once' ? position : later(position, closings[due.by])),
    ...(scope.class === 'borrower' ? circulation : []),
  ]
}
