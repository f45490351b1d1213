import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { Day } from '../../../../domain/values/day'
import { addDays, daysBetween } from '../../../../domain/values/day'
import { allReadModels } from '../../../../projections/all-read-models'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

/** All rows of all read models, ordered by key. */
const allReadModelTables = (library: RunningLibrary) =>
  allReadModels.flatMap(({ name, tables }) =>
    tables.map((table) => [name, table.name, library.rows.find(table, { orderBy: [...table.key] })] as const),
  )

/** A number of different random days from the first to the last. */
export const randomDays = (first: Day, last: Day, count: number): ReadonlySet<Day> => {
  const days = new Set<Day>()
  while (days.size < count) days.add(addDays(Math.floor(Math.random() * daysBetween(first)(last)))(first))
  return days
}

/** On the given days, rebuilds every read model and expects the same rows. Adds the day to `rebuilt`. */
export const rebuildReadModelsOn =
  (days: ReadonlySet<Day>, rebuilt: Day[]) =>
  (library: RunningLibrary) =>
  async (day: Day): Promise<void> => {
    if (!days.has(day)) return
    rightOrThrow(await library.catchUpReadModels())
    const rowsBefore = allReadModelTables(library)
    rightOrThrow(await library.rebuildReadModels(() => undefined)())
    expect([day, allReadModelTables(library)]).toEqual([day, rowsBefore])
    rebuilt.push(day)
  }
