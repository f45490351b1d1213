import type { LogName } from '../../domain/event/stream'
import { daysBetween, type Day } from '../../domain/values/day'
import type { Month } from '../../domain/values/month'
import { isEventOfType, type OpenPartOfEvent } from '../schedule/open-part-of-event'

/** The closings in both logs. */
export interface ClosingsOfLogs {
  /** The day or month of the closing that is the last of so many events: a head of that size belongs to it. */
  readonly closedAtSize: Readonly<Record<LogName, ReadonlyMap<number, string>>>
  readonly firstDay: Day | null
  readonly lastDay: Day | null
  readonly daysClosed: number
  /** Days between the first and the last closed one that no event closes. */
  readonly daysNotClosed: number
}

const isDayClosed = isEventOfType('DayClosed')
const isMonthClosed = isEventOfType('MonthClosed')

/** Notes the closings of days in *circulation* and of months in *persons*, with how many events the log had then. */
export const createClosingCollector = () => {
  const closedAtSize = { circulation: new Map<number, Day>(), persons: new Map<number, Month>() }
  const days = new Set<Day>()
  return {
    /** `size`: how many events the log has with this one. */
    apply: (event: OpenPartOfEvent, size: number): void => {
      if (isDayClosed(event)) {
        closedAtSize.circulation.set(size, event.open.day)
        days.add(event.open.day)
      }
      if (isMonthClosed(event) && event.metadata.log === 'persons') closedAtSize.persons.set(size, event.open.month)
    },
    closings: (): ClosingsOfLogs => {
      const sorted = [...days].sort()
      const [firstDay = null, lastDay = null] = [sorted[0], sorted.at(-1)]
      const span = firstDay === null || lastDay === null ? 0 : daysBetween(firstDay)(lastDay) + 1
      return { closedAtSize, firstDay, lastDay, daysClosed: days.size, daysNotClosed: span - days.size }
    },
  }
}
