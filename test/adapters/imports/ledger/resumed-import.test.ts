import { mkdirSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import { prepareLedgerImport } from '../../../../adapters/imports/ledger/prepare-ledger-import'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { monthAggregate } from '../../../../domain/calendar/month/month-aggregate'
import { handleCommand } from '../../../../domain/command-handling/handle-command'
import type { Month } from '../../../../domain/values/month'
import { allStoredEvents } from '../../../forensic/stored-events'
import {
  dayAfterLedgers,
  firstMonthStart,
  importLedgerInto,
  readTestLedger,
  requireSummary,
} from './ledger-import-steps'
import { ledgerMappings } from './ledger-mappings'
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

/** The same library, which is killed while it closes the last day of 1911: it has counted the month, and not closed the day. */
const killedAtEndOfYear = (library: RunningLibrary): RunningLibrary => {
  const replayTo: RunningLibrary['clock']['replayTo'] = (to, report) =>
    to === '1912-01-01'
      ? async () => {
          const command = { type: 'CountMonth', month: '1911-12' as Month, tallies: [] } as const
          const { commandHandling } = library.useCaseDependencies
          rightOrThrow(await handleCommand(commandHandling)(monthAggregate('circulation'))('1911-12')(command)())
          throw new Error('killed')
        }
      : library.clock.replayTo(to, report)
  return { ...library, clock: { ...library.clock, replayTo } }
}

describe('an import that was interrupted', () => {
  it('opens no month before its first loan when it continues on the last day of a month that is counted', () =>
    withTemporaryFolder(async (folder) => {
      const ledger = await readTestLedger(fixturePath('ledger-200.csv'), ledgerMappings.madeUp)
      await withLibraryIn(
        folder,
        (library) => expect(importLedgerInto(killedAtEndOfYear(library), ledger)).rejects.toThrow('killed'),
        { startOn: firstMonthStart(ledger) },
      )
      const opened = await withLibraryIn(folder, async (library) => {
        expect(requireSummary(await importLedgerInto(library, ledger)).resumed).toBe(true)
        const events = await allStoredEvents(library.useCaseDependencies.commandHandling.stores)
        return events.filter(({ type }) => type === 'MonthOpened').map(({ stream, recorded }) => [stream, recorded])
      })
      expect(opened).toContainEqual(['month-1912-01', '1912-01-05'])
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
