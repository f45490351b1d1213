import path from 'node:path'
import { noted, wrapsOf } from '../../../forensic/noted-keys'
import { tracesUnder } from '../../../forensic/traces'
import { openIn, withFolder } from '../../../fixtures/system'
import { breakingOff } from './breaking-off'
import { writeWithCanaries } from './canaries'
import { expectForgotten, expectSameMonths } from './expectations'
import { beginningOf, importInto, importOrBreakOff, read, summaryOf } from './importing'
import { count } from './independent-count'
import { fixture } from './ledgers'
import { mappings } from './mappings'
import { headings, rowsOf } from './read-apart'
import { randomDays, rebuildingOn } from './rebuilding'
import { replay, type AtMidnight } from './replaying'
import { searchEverywhere, searchOutsideCatalogue } from './searching'
import type { Day } from '../../../../domain/values/day'

jest.mock('../../../../retention/keys/new-keys', () =>
  jest
    .requireActual<typeof import('../../../forensic/noted-keys')>('../../../forensic/noted-keys')
    .noting(jest.requireActual('../../../../retention/keys/new-keys')),
)

const file = fixture('ledger-200.csv')
const counted = count(rowsOf(file, headings.made))

beforeEach(() => void noted.splice(0))

describe('a made-up ledger of 200 untidy rows', () => {
  it('is replayed to what an independent count gives, forgotten to the day, names nobody in any file, and is rebuilt to the same', async () => {
    const ledger = await read(file, mappings.made)
    const rebuilt: Day[] = []
    const days = randomDays(beginningOf(ledger), '1912-12-31' as Day, 10)
    await replay(ledger, counted, searchOutsideCatalogue(file, headings.made), rebuildingOn(days, rebuilt))
    expect(rebuilt).toHaveLength(10)
  }, 120_000)

  it('shows nobody while it is replayed, and no key but those of the living in the key store', async () => {
    await withFolder(async (own) => {
      const to = `${own}.csv`
      const search = searchEverywhere(writeWithCanaries(file, headings.made, to))
      const livingWraps = new Set<string>()
      const found: unknown[] = []
      const looking: AtMidnight = (_, folder, { erased, seen }) => {
        return (over) => {
          if ([60, 120, 400].includes(seen.midnights)) {
            found.push(...search(folder, erased).map((trace) => [over, trace]))
            const living = noted.filter(({ scope }) => !erased.has(scope))
            for (const { file: name } of tracesUnder(folder)(wrapsOf(living))) livingWraps.add(name)
          }
          return Promise.resolve()
        }
      }
      expect(count(rowsOf(to, headings.made))).toEqual(counted)
      const { watch } = await replay(await read(to, mappings.made), counted, search, looking)
      expect(found).toEqual([])
      expect(livingWraps).toContain(path.join('keys', 'keys.db'))
      expect([...livingWraps].filter((name) => !name.startsWith(path.join('keys', 'keys.db')))).toEqual([])
      expect(watch.erased.size).toBeGreaterThan(300)
    })
  }, 120_000)

  it('comes to the same when the disk gives out in the middle of days, it is begun again, and it is recognised when it is in', async () => {
    const ledger = await read(file, mappings.made)
    const startOn = beginningOf(ledger)
    await withFolder(async (folder) => {
      for (const appends of [7, 30, 111, 160]) {
        const system = await openIn(folder, { startOn })
        const broken = await importOrBreakOff(breakingOff(system, appends), ledger)
        expect(broken).toMatchObject({ _tag: 'Left', left: { _tag: 'BrokeOff', because: 'StoreUnavailable' } })
        await system.close()
        expect(searchOutsideCatalogue(file, headings.made)(folder, new Set())).toEqual([])
      }
      const system = await openIn(folder, { startOn })
      const summary = summaryOf(await importInto(system, ledger))
      expect(summary.resumed).toBe(true)
      expect([summary.feesLevied, summary.billsLevied]).toEqual([counted.fees, counted.bills])
      expect(summary.checks.filter(({ same }) => !same)).toEqual([])
      expectSameMonths(system, counted)
      expectForgotten(summary)

      const before = await system.heads()
      const again = await importInto(system, ledger)
      expect(again).toEqual({ _tag: 'ImportedAlready', loans: counted.loans, rejects: counted.rejects })
      expect(await system.heads()).toEqual(before)
      await system.close()
    })
  }, 120_000)
})
