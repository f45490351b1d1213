import { utimes } from 'node:fs/promises'
import type { Day } from '../../../domain/values/day'

/**
 * The times of reading and of writing tell the day, and no more. The system sets the time of change (ctime) itself. Rejects
 * as `node:fs` does.
 */
export const setTimeToDay = async (places: ReadonlyArray<string>, day: Day): Promise<void> => {
  const midnight = new Date(`${day}T00:00:00Z`)
  for (const place of places) await utimes(place, midnight, midnight)
}
