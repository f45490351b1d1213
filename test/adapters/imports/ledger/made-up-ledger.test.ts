/** @jest-environment ./.config/environment-with-own-modules.mjs */
import path from 'node:path'
import { recordedKeys, wrappedKeyPatterns } from '../../../forensic/recorded-keys'
import { findPatternsInFolder } from '../../../forensic/find-byte-patterns'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { failingCalls } from './failing-calls'
import { libraryWithFailingAppends } from './library-with-failing-appends'
import { writeLedgerWithCanaries } from './write-ledger-with-canaries'
import { expectEverybodyErased, expectMonthlyCounts } from './import-expectations'
import { firstMonthStart, importLedgerInto, tryImport, readTestLedger, requireSummary } from './ledger-import-steps'
import { countIndependently } from './independent-count'
import { fixturePath } from './ledger-files'
import { ledgerMappings } from './ledger-mappings'
import { ledgerHeadings, ledgerRowTexts } from './independent-reading'
import { randomDays, rebuildReadModelsOn } from './rebuild-read-models-on'
import { replayAndCheck, type MidnightAction } from './replay-and-check'
import { searchEverywhere, searchOutsideCatalogue } from './search-for-traces'
import type { Day } from '../../../../domain/values/day'

jest.mock('../../../../retention/keys/generate-scope-keys', () =>
  jest
    .requireActual<typeof import('../../../forensic/recorded-keys')>('../../../forensic/recorded-keys')
    .recordGeneratedKeys(jest.requireActual('../../../../retention/keys/generate-scope-keys')),
)

const file = fixturePath('ledger-200.csv')
const counted = countIndependently(ledgerRowTexts(file, ledgerHeadings.madeUp))

beforeEach(() => void recordedKeys.splice(0))

describe('a made-up ledger of 200 untidy rows', () => {
  it('is replayed to the figures of an independent count, erased to the day, leaves no name in any file, and its read models rebuild to the same rows', async () => {
    const ledger = await readTestLedger(file, ledgerMappings.madeUp)
    const rebuilt: Day[] = []
    const days = randomDays(firstMonthStart(ledger), '1912-12-31' as Day, 10)
    await replayAndCheck(
      ledger,
      counted,
      searchOutsideCatalogue(file, ledgerHeadings.madeUp),
      rebuildReadModelsOn(days, rebuilt),
    )
    expect(rebuilt).toHaveLength(10)
  })

  it('leaves no name in any file while it is replayed, and only keys of living scopes in the key store', async () => {
    await withTemporaryFolder(async (folderOfLedger) => {
      const ledgerWithCanaries = `${folderOfLedger}.csv`
      const search = searchEverywhere(writeLedgerWithCanaries(file, ledgerHeadings.madeUp, ledgerWithCanaries))
      const livingWraps = new Set<string>()
      const found: unknown[] = []
      const searchAtMidnights: MidnightAction = (_, folder, { erasedScopes, observed }) => {
        return (over) => {
          if ([60, 120, 400].includes(observed.midnights)) {
            found.push(...search(folder, erasedScopes).map((trace) => [over, trace]))
            const living = recordedKeys.filter(({ scope }) => !erasedScopes.has(scope))
            for (const { file: name } of findPatternsInFolder(folder)(wrappedKeyPatterns(living))) livingWraps.add(name)
          }
          return Promise.resolve()
        }
      }
      expect(countIndependently(ledgerRowTexts(ledgerWithCanaries, ledgerHeadings.madeUp))).toEqual(counted)
      const { observer } = await replayAndCheck(
        await readTestLedger(ledgerWithCanaries, ledgerMappings.madeUp),
        counted,
        search,
        searchAtMidnights,
      )
      expect(found).toEqual([])
      expect(livingWraps).toContain(path.join('keys', 'keys-circulation.db'))
      expect([...livingWraps].filter((name) => !name.startsWith(path.join('keys', 'keys-')))).toEqual([])
      expect(observer.erasedScopes.size).toBeGreaterThan(300)
    })
  })

  it('gives the same figures when the disk fails in the middle of days and it is run again, and is recognised when it is complete', async () => {
    const ledger = await readTestLedger(file, ledgerMappings.madeUp)
    const startOn = firstMonthStart(ledger)
    await withTemporaryFolder(async (folder) => {
      for (const appends of [7, 30, 111, 160]) {
        const library = await openLibraryIn(folder, { startOn })
        const interrupted = await tryImport(libraryWithFailingAppends(library, failingCalls(appends)), ledger)
        expect(interrupted).toMatchObject({
          _tag: 'Left',
          left: { _tag: 'ImportInterrupted', errorTag: 'StoreUnavailable' },
        })
        await library.close()
        expect(searchOutsideCatalogue(file, ledgerHeadings.madeUp)(folder, new Set())).toEqual([])
      }
      const library = await openLibraryIn(folder, { startOn })
      const summary = requireSummary(await importLedgerInto(library, ledger))
      expect(summary.resumed).toBe(true)
      expect([summary.feesLevied, summary.billsLevied]).toEqual([counted.fees, counted.bills])
      expect(summary.checks.filter(({ same }) => !same)).toEqual([])
      expectMonthlyCounts(library, counted)
      expectEverybodyErased(summary)

      const headsBefore = await library.logHeads()
      const secondImport = await importLedgerInto(library, ledger)
      expect(secondImport).toEqual({ _tag: 'ImportedAlready', loans: counted.loans, rejects: counted.rejects })
      expect(await library.logHeads()).toEqual(headsBefore)
      await library.close()
    })
  })
})
