import type { System } from '../../../../adapters/processes/running/system'
import type { Day } from '../../../../domain/values/day'
import { addDays, daysFrom } from '../../../../domain/values/day'
import { readModels } from '../../../../projections/registry'
import { right } from '../../../fixtures/right'

/** Every row of every read model, in the order of its key. */
const allRows = (system: System) =>
  readModels.flatMap(({ name, tables }) =>
    tables.map((table) => [name, table.name, system.rows.find(table, { orderBy: [...table.key] })] as const),
  )

/** So many different days from the first to the last, at random. */
export const randomDays = (first: Day, last: Day, count: number): ReadonlySet<Day> => {
  const days = new Set<Day>()
  while (days.size < count) days.add(addDays(Math.floor(Math.random() * daysFrom(first)(last)))(first))
  return days
}

/** On some days, folds every read model anew and expects to find the rows that were there. Notes the days. */
export const rebuildingOn =
  (days: ReadonlySet<Day>, done: Day[]) =>
  (system: System) =>
  async (over: Day): Promise<void> => {
    if (!days.has(over)) return
    right(await system.reach())
    const live = allRows(system)
    right(await system.rebuild(() => undefined)())
    expect([over, allRows(system)]).toEqual([over, live])
    done.push(over)
  }
