import { utimesSync } from 'node:fs'
import type { Day } from '../../../domain/values/day'

/** The times of reading and of writing tell the day, and no more. The system sets the time of change (ctime) itself. */
export const setTimeToDay = (places: ReadonlyArray<string>, day: Day): void => {
  const midnight = new Date(`${day}T00:00:00Z`)
  for (const place of places) utimesSync(place, midnight, midnight)
}
