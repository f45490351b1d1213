import { spawnSync } from 'node:child_process'
import { closePrimaryStores } from '../../adapters/composition/stores/primary-stores'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { requestErasure } from '../../domain/use-cases/request-erasure'
import type { BorrowerId } from '../../domain/values/ids'
import { pageOfBorrowers } from '../../projections/borrowers/borrower-record-queries'
import { nowOnce, registerNumberedBorrower } from '../e2e/use-case-steps'
import { openCodedStores } from '../fixtures/open-coded-stores'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { readWholeLog } from '../retention/life-of-keys/durable-library'
import { crashPoints, type CrashPoint, type KilledWork } from './child/crash-points'
import { compiledProject } from './compiled-project'

const runUntilKilled = (work: KilledWork, folder: string, { port, call }: CrashPoint): void => {
  const args = [compiledProject.program('child/work-until-killed.js'), work, folder, port, String(call)]
  const { signal, stderr } = spawnSync(process.execPath, args)
  if (signal !== 'SIGKILL') throw new Error(`the process was not killed: ${stderr.toString()}`)
}

const borrowersIn = (library: RunningLibrary): ReadonlyArray<BorrowerId> =>
  pageOfBorrowers(undefined, 10)(library.rows).map(({ borrower }) => borrower)

/** A folder with two borrowers, one of whom is to be erased. */
const withFolder = (use: (folder: string, living: BorrowerId) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const living = await withLibraryIn(folder, async (library) => {
      const other = await registerNumberedBorrower(library, 1)
      const borrower = await registerNumberedBorrower(library, 2)
      rightOrThrow(await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })())
      return other
    })
    await use(folder, living)
  })

const countOfType = async (folder: string, log: 'circulation' | 'persons', name: string): Promise<number> => {
  const stores = await openCodedStores(folder)
  const events = await readWholeLog(stores.logs[log])
  await closePrimaryStores(stores)
  return events.filter(({ type }) => type === name).length
}

/** The next process finishes the erasure: the living borrower is there, and the other has one certificate. */
const expectErasedOnce = async (folder: string, living: BorrowerId): Promise<void> => {
  await withLibraryIn(folder, async (library) => {
    expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
    rightOrThrow(await library.rebuildReadModels(() => undefined)())
    expect(borrowersIn(library)).toEqual([living])
    expect(await library.certificates.verifyAll(() => undefined)).toMatchObject({ findings: [], unfinished: 0 })
  })
  expect(await countOfType(folder, 'persons', 'ScopesErased')).toBe(1)
}

const textOf = ({ port, call }: CrashPoint): string => `${port}, call ${String(call)}`
const casesOf = (work: KilledWork): ReadonlyArray<readonly [string, CrashPoint]> =>
  crashPoints[work].map((point) => [textOf(point), point] as const)

describe('a process that is killed', () => {
  it.each(casesOf('erase'))('in an erasure, after %s, leaves one certificate for each scope', (_text, point) =>
    withFolder(async (folder, living) => {
      runUntilKilled('erase', folder, point)
      await expectErasedOnce(folder, living)
    }),
  )

  it.each(casesOf('roll'))('in a roll of the epoch, after %s, loses no key and brings none back', (_text, point) =>
    withFolder(async (folder, living) => {
      runUntilKilled('roll', folder, point)
      await withLibraryIn(folder, async (library) => {
        rightOrThrow(await library.epochs.roll(() => undefined)())
        expect(await library.keyStoreStatus()).toMatchObject({ epochs: 1 })
      })
      await expectErasedOnce(folder, living)
    }),
  )

  it.each(casesOf('destroy'))('while it destroys a retired epoch, after %s, says so once in the log', (_text, point) =>
    withFolder(async (folder, living) => {
      await withLibraryIn(folder, async (library) => rightOrThrow(await library.epochs.roll(() => undefined)()))
      await expectErasedOnce(folder, living)
      runUntilKilled('destroy', folder, point)
      await withLibraryIn(folder, async (library) => {
        await library.epochs.maintain()
        expect(borrowersIn(library)).toEqual([living])
      })
      expect(await countOfType(folder, 'circulation', 'BackupHorizonDeclared')).toBe(1)
    }),
  )
})
