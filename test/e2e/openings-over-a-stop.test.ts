import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import { closeDay } from '../../domain/use-cases/close-day'
import type { BorrowerId } from '../../domain/values/ids'
import { acquireCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { staffUser, withServerOf, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../crash/check/read-both-logs'
import { day } from '../fixtures/example-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'

const today = day('2026-01-05')
const reason = 'Et brev skal sendes'

const serveIn = <A>(folder: string, use: (library: ServedLibrary) => Promise<A>): Promise<A> =>
  withLibraryIn(folder, (library) => withServerOf(library, use))

/** Registers a borrower, opens the protected name and address, and stops the library. */
const lookAndStop = (folder: string): Promise<BorrowerId> =>
  serveIn(folder, async (library) => {
    await acquireCopyByHttp(library)
    const borrower = await registerBorrowerByHttp(library)
    await library.send('POST', `/borrowers/${borrower}/name-and-address`, { as: staffUser, body: { reason } })
    return borrower
  })

const countAccesses = async ({ runningLibrary }: ServedLibrary): Promise<number> =>
  (await readBothLogs(runningLibrary)).events.filter(({ type }) => type === 'AccessRecorded').length

describe('an opening of a protected record on a day on which the library is stopped and started again', () => {
  it('is written with the closing of the day, and not at the stop', () =>
    withTemporaryFolder(async (folder) => {
      await lookAndStop(folder)
      await serveIn(folder, async (library) => {
        expect(await countAccesses(library)).toBe(0)
        rightOrThrow(await closeDay(library.runningLibrary.useCaseDependencies)(today)())
        expect(await countAccesses(library)).toBe(1)
      })
    }))

  it('is in a file of the stopped library that tells nothing without the ring, and is gone at the next start', () =>
    withTemporaryFolder(async (folder) => {
      const { shortTermRows: file } = dataFolderLayout(folder)
      const borrower = await lookAndStop(folder)
      const text = readFileSync(file, 'utf8')
      for (const value of [borrower, reason, Buffer.from(reason).toString('base64').slice(0, 12)])
        expect(text).not.toContain(value)
      expect(statSync(file).mode & 0o777).toBe(0o600)
      await serveIn(folder, async ({ runningLibrary }) => {
        expect(existsSync(file)).toBe(false)
        expect(rightOrThrow(await runningLibrary.shortTerm.countOfSubject(borrower)())).toBe(1)
      })
    }))

  it('is lost with a damaged file, and the library starts', () =>
    withTemporaryFolder(async (folder) => {
      const { shortTermRows: file } = dataFolderLayout(folder)
      const borrower = await lookAndStop(folder)
      writeFileSync(file, 'half a fi')
      await serveIn(folder, async ({ runningLibrary }) => {
        expect(rightOrThrow(await runningLibrary.shortTerm.countOfSubject(borrower)())).toBe(0)
      })
    }))
})
