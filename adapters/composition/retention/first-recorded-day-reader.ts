import type { Day } from '../../../domain/values/day'
import type { EventStore } from '../../../domain/ports/event-store'

/**
 * Reads the day on which the first event in circulation was recorded. Undefined until the log has an event. An event
 * whose code does not match tells no day.
 */
export const createFirstDayReader = (circulation: Pick<EventStore, 'readAll'>) => {
  let firstDay: Day | undefined
  return {
    firstDay: () => firstDay,
    readIfUnknown: async (): Promise<void> => {
      if (firstDay !== undefined) return
      for await (const page of circulation.readAll({})) {
        firstDay = page.find(({ codeFault }) => codeFault === undefined)?.recorded as Day | undefined
        if (firstDay !== undefined) return
      }
    },
  }
}
