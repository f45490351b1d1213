import { addDays, type Day } from '../../domain/values/day'
import type { Calendar } from '../guards/missing-days'
import type { WorkerPorts } from './ports'

/** The library's days as the log and the clock have them. */
export const calendarOf = (ports: Pick<WorkerPorts, 'schedule' | 'firstDay' | 'today' | 'confirmed'>): Calendar => {
  const first = ports.firstDay()
  return {
    closed:
      (ports.schedule.closed('circulation', 'day')?.on as Day | undefined) ??
      (first === undefined ? undefined : addDays(-1)(first)),
    today: ports.today(),
    confirmed: ports.confirmed(),
  }
}
