import { readModels } from '../../projections/registry'
import { withSystem } from '../fixtures/system'
import { right } from '../fixtures/right'
import type { System } from '../../adapters/running/system'
import type { Day } from '../../domain/language/day'
import { addDays } from '../../domain/language/day'
import { expectCounted, expectForgotten, expectNoKeys, expectSameMonths } from '../ledger/expectations'
import { beginningOf, importInto, read, summaryOf } from '../ledger/importing'
import { count } from '../ledger/independent-count'
import { describeWith, shakespeareAndCompany } from '../ledger/ledgers'
import { mappings } from '../ledger/mappings'
import { headings, rowsOf } from '../ledger/read-apart'

/** Every row of every read model, in the order of its key. */
const allRows = (system: System) =>
  readModels.flatMap(({ name, tables }) =>
    tables.map((table) => [name, table.name, system.rows.find(table, { orderBy: [...table.key] })] as const),
  )

const daysOnTheWay = (first: Day, days: number): ReadonlySet<Day> =>
  new Set(Array.from({ length: days }, () => addDays(Math.floor(Math.random() * 16_000))(first)))

describeWith(shakespeareAndCompany)('42 years of Shakespeare and Company', () => {
  it('are replayed and forgotten day by day, and rebuilt to the same at ten random days', async () => {
    const counted = count(rowsOf(shakespeareAndCompany, headings.shakespeare))
    expect(counted).toMatchObject({ rows: 20_840, loans: 20_607, partly: 135, never: 865, found: 769, rejects: 233 })
    const ledger = await read(shakespeareAndCompany, mappings.shakespeare)
    const startOn = beginningOf(ledger)
    const rebuiltOn = daysOnTheWay(startOn, 10)
    await withSystem(
      async (system) => {
        const midnight = async (day: Day): Promise<void> => {
          if (!rebuiltOn.has(day)) return
          right(await system.reach())
          const live = allRows(system)
          right(await system.rebuild(() => undefined)())
          expect([day, allRows(system)]).toEqual([day, live])
        }
        const summary = summaryOf(await importInto(system, ledger, { day: () => undefined, midnight }))
        expectCounted(summary, counted)
        expectSameMonths(system, counted)
        expectForgotten(summary)
        expectNoKeys(summary)
      },
      { startOn },
    )
  })
})
