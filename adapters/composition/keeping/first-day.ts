import type { Day } from '../../../domain/values/day'
import type { EventStore } from '../../../domain/ports/event-store'

/** The day of recording of the first event in circulation, once there is one: asked of the log until it answers. */
export const firstDayIn = (circulation: Pick<EventStore, 'readAll'>) => {
  let known: Day | undefined
  return {
    known: () => known,
    look: async (): Promise<void> => {
      if (known !== undefined) return
      for await (const page of circulation.readAll({ limit: 1 })) known = page[0]?.recorded as Day | undefined
    },
  }
}
