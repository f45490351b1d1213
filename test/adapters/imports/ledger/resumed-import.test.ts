import { mkdirSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import { prepareLedgerImport } from '../../../../adapters/imports/ledger/prepare-ledger-import'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { ignoreImportProgress } from '../../../../adapters/imports/ledger/ledger-replay-options'
import { markBulkWriting } from '../../../../adapters/stores/data-folder/bulk-marker'
import type { Ledger } from '../../../../adapters/imports/ledger/reading/read-ledger'
import { writeFileAtomically } from '../../../../adapters/stores/data-folder/write-file-atomically'
import type { Day } from '../../../../domain/values/day'
import { allStoredEvents } from '../../../forensic/stored-events'
import { ledgerMappings } from './ledger-mappings'
import { dayAfterLedgers, firstMonthStart, importLedgerInto, readTestLedger } from './ledger-import-steps'
import { fixturePath } from './ledger-files'
import { failingCalls } from './failing-calls'
import { libraryWithFailingAppends } from './library-with-failing-appends'

const isSorted = (numbers: ReadonlyArray<number>): boolean =>
  numbers.every((n, index) => index === 0 || n >= (numbers[index - 1] ?? 0))

const prepareWith = async (rejects: string) =>
  rightOrThrow(
    await prepareLedgerImport(
      machineMonotonicClock,
      () => dayAfterLedgers,
    )({
      file: fixturePath('ledger-200.csv'),
      mappingFile: fixturePath('ledger-200.mapping.json'),
      mapping: {},
      rejects,
    }),
  )

const lastOfJanuary = '1912-01-31'

/** Imports a ledger until the midnight of a day, and puts the clock of the folder back to an earlier one, as a kill does. */
const importUntilKilled = async (folder: string, ledger: Ledger): Promise<void> => {
  const onMidnight = (day: Day) => (day === lastOfJanuary ? Promise.reject(new Error('killed')) : Promise.resolve())
  await withLibraryIn(
    folder,
    (library) =>
      expect(importLedgerInto(library, ledger, { ...ignoreImportProgress, onMidnight })).rejects.toThrow('killed'),
    { startOn: firstMonthStart(ledger) },
  )
  const layout = dataFolderLayout(folder)
  markBulkWriting(layout)
  writeFileAtomically(layout.clock, JSON.stringify({ today: '1912-01-22' }))
}

describe('an import that was interrupted', () => {
  it('opens no month before its first day, also when it replays the days of a month that is counted', () =>
    withTemporaryFolder(async (folder) => {
      const ledger = await readTestLedger(fixturePath('ledger-200.csv'), ledgerMappings.madeUp)
      await importUntilKilled(folder, ledger)
      const opened = await withLibraryIn(folder, async (library) => {
        await importLedgerInto(library, ledger)
        const events = await allStoredEvents(library.useCaseDependencies.commandHandling.stores)
        return events.filter(({ type }) => type === 'MonthOpened').map(({ stream, recorded }) => [stream, recorded])
      })
      expect(opened).toEqual([
        ['month-1911-11', '1911-11-03'],
        ['month-1911-12', '1911-12-01'],
        ['month-1912-01', '1912-01-05'],
        ['month-1912-02', '1912-02-01'],
        ['month-1912-03', '1912-03-01'],
      ])
    }))

  it('says why, also when its rejects file cannot be written', () =>
    withTemporaryFolder(async (folder) => {
      const beside = path.join(path.dirname(folder), 'beside')
      mkdirSync(beside)
      const prepared = await prepareWith(path.join(beside, 'rejects.csv'))
      rmdirSync(beside)
      const library = await openLibraryIn(folder, { startOn: prepared.startOn })
      const outcome = await prepared.importInto(libraryWithFailingAppends(library, failingCalls(20)), {
        writeNotice: () => undefined,
        showProgress: () => undefined,
      })
      await library.close()
      expect(outcome).toMatchObject({
        left: {
          kind: 'unavailable',
          message: expect.stringMatching(/no space left on device.* The rejects file .* cannot be written/),
        },
      })
    }))

  it('says on which day it continues, and counts its progress from the loans that are imported already', () =>
    withTemporaryFolder(async (folder) => {
      const prepared = await prepareWith(path.join(path.dirname(folder), 'rejects.csv'))
      const runImport = async (failAfterAppends: number) => {
        const [notices, done]: [string[], number[]] = [[], []]
        const totals = new Set<number>()
        const library = await openLibraryIn(folder, { startOn: prepared.startOn })
        const outcome = await prepared.importInto(libraryWithFailingAppends(library, failingCalls(failAfterAppends)), {
          writeNotice: (text) => void notices.push(text),
          showProgress: (progress) => {
            done.push(progress.done)
            totals.add(progress.total)
          },
        })
        await library.close()
        return { isDone: outcome._tag === 'Right', notices, done, totals: [...totals] }
      }
      const interrupted = await runImport(160)
      expect(interrupted).toMatchObject({ isDone: false, notices: [] })

      const continued = await runImport(Infinity)
      expect(continued.isDone).toBe(true)
      const [first = 0] = continued.done
      const [total = 0] = continued.totals
      expect(first).toBeGreaterThan(0)
      expect(isSorted(continued.done)).toBe(true)
      expect(continued.done.at(-1)).toBe(total)
      expect(continued.notices).toEqual([
        expect.stringMatching(
          new RegExp(`^An earlier run .* continues on [0-9-]{10}: ${String(first)} of ${String(total)} loans are`),
        ),
      ])
    }))
})
