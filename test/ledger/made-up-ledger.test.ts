import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openIn, withFolder } from '../fixtures/system'
import { expectCounted, expectForgotten, expectNoKeys, expectSameMonths } from './expectations'
import { breakingOff } from './breaking-off'
import { beginningOf, importInto, importOrBreakOff, read, summaryOf } from './importing'
import { count, table } from './independent-count'
import { fixture } from './ledgers'
import { mappings } from './mappings'
import { headings, rowsOf } from './read-apart'

const file = fixture('ledger-200.csv')
const counted = count(rowsOf(file, headings.made))

const everyFile = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** The ledger's own keys and names of borrowers; the longer ones, since short ones stand in any file by chance. */
const whoIsInIt = (): ReadonlyArray<string> => {
  const [head, ...rows] = table(readFileSync(file, 'utf8'), ';')
  return [...new Set(rows.map((row) => row[head!.indexOf('Name')] ?? ''))].filter((name) => name.length > 6)
}

const standInTheClear = (folder: string): ReadonlyArray<string> =>
  everyFile(folder).flatMap((name) => {
    const bytes = readFileSync(name)
    return whoIsInIt()
      .filter((who) => bytes.includes(who))
      .map((who) => `${path.basename(name)}: ${who}`)
  })

describe('a made-up ledger of 200 untidy rows', () => {
  it('is replayed to what an independent count gives, forgotten whole, names nobody in any file, and is recognised again', async () => {
    const ledger = await read(file, mappings.made)
    expect(whoIsInIt().length).toBeGreaterThan(10)
    await withFolder(async (folder) => {
      const system = await openIn(folder, { startOn: beginningOf(ledger) })
      const seen: string[] = []
      let days = 0
      const midnight = (): Promise<void> => {
        days += 1
        if (days % 50 === 0) seen.push(...standInTheClear(folder))
        return Promise.resolve()
      }
      const summary = summaryOf(await importInto(system, ledger, { day: () => undefined, midnight }))
      expectCounted(summary, counted)
      expectSameMonths(system, counted)
      expectForgotten(summary)
      expectNoKeys(summary)

      const before = await system.heads()
      const again = await importInto(system, ledger)
      expect(again).toEqual({ _tag: 'ImportedAlready', loans: counted.loans, rejects: counted.rejects })
      expect(await system.heads()).toEqual(before)

      await system.close()
      expect([...seen, ...standInTheClear(folder)]).toEqual([])
    })
  }, 120_000)

  it('comes to the same when the disk gives out in the middle of days, and it is begun again', async () => {
    const ledger = await read(file, mappings.made)
    const startOn = beginningOf(ledger)
    await withFolder(async (folder) => {
      for (const appends of [7, 30, 111, 160]) {
        const system = await openIn(folder, { startOn })
        const broken = await importOrBreakOff(breakingOff(system, appends), ledger)
        expect(broken).toMatchObject({ _tag: 'Left', left: { _tag: 'BrokeOff', because: 'StoreUnavailable' } })
        await system.close()
      }
      const system = await openIn(folder, { startOn })
      const summary = summaryOf(await importInto(system, ledger))
      expect(summary.resumed).toBe(true)
      expect([summary.feesLevied, summary.billsLevied]).toEqual([counted.fees, counted.bills])
      expect(summary.checks.filter(({ same }) => !same)).toEqual([])
      expectSameMonths(system, counted)
      expectForgotten(summary)
      await system.close()
    })
  }, 120_000)
})
