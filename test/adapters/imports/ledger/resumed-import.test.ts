import { mkdirSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import { prepareLedgerImport } from '../../../../adapters/imports/ledger/prepare-ledger-import'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { dayAfterLedgers } from './ledger-import-steps'
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

describe('an import that was interrupted', () => {
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
