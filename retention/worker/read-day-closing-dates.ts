import { addDays, type Day } from '../../domain/values/day'
import type { DayClosingDates } from '../guards/days-to-close'
import type { RetentionWorkerPorts } from './retention-worker-ports'

/** The last closed day, today and the confirmed day, from the schedule, the clock and the administrator. */
export const readDayClosingDates = (
  ports: Pick<RetentionWorkerPorts, 'schedule' | 'firstDay' | 'today' | 'dateConfirmedOn'>,
): DayClosingDates => {
  const first = ports.firstDay()
  return {
    lastClosed:
      (ports.schedule.lastClosing('circulation', 'day')?.on as Day | undefined) ??
      (first === undefined ? undefined : addDays(-1)(first)),
    today: ports.today(),
    confirmedOn: ports.dateConfirmedOn(),
  }
}
