/** @jest-environment ./.config/environment-with-own-modules.mjs */
import type * as Fs from 'node:fs'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { requestErasure } from '../../domain/use-cases/request-erasure'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { addDays } from '../../domain/values/day'
import type * as RecordedDiskWaits from '../fixtures/recorded-disk-waits'
import { diskWaitsDuring } from '../fixtures/recorded-disk-waits'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, registerNumberedBorrower } from './use-case-steps'

jest.mock('node:fs', () =>
  jest
    .requireActual<typeof RecordedDiskWaits>('../fixtures/recorded-disk-waits')
    .fsThatRecordsDiskWaits(jest.requireActual<typeof Fs>('node:fs')),
)

/**
 * Where the main thread may wait: the file of a simulated clock, which no library in production has, and the files of the
 * read models when those under a new epoch take their place. What they hold was synced in the background just before.
 */
const mayWait = ['stores/data-folder/write-file-atomically.ts', 'stores/sqlite/open-write-ahead-log.ts']

/** The places that wait for the disk, whatever the system holds in memory. */
const syncsDuring = async (task: () => Promise<unknown>): Promise<ReadonlyArray<string>> =>
  (await diskWaitsDuring(task))
    .filter(({ name }) => name === 'fsyncSync' || name === 'fdatasyncSync')
    .map(({ place }) => String(place))

/** A loan and its return, a month with its closings, the renewal of the wrapping key, and the erasure of the borrower. */
const liveForAMonth = async (library: RunningLibrary): Promise<void> => {
  await acquireOneCopy(library)
  const borrower = await registerNumberedBorrower(library, 1, 'anna@example.dk')
  const at = { copy: oneCopy, branch: homeBranch }
  rightOrThrow(await lendCopy(library.useCaseDependencies)({ ...at, borrower, ...nowOnce(library) })())
  rightOrThrow(await returnCopy(library.useCaseDependencies)({ ...at, ...nowOnce(library) })())
  await library.messages.sendPending({})
  rightOrThrow(await library.epochs.roll(() => undefined)())
  const { clock } = library.useCaseDependencies.commandHandling
  rightOrThrow(await library.clock.moveTo(addDays(31)(clock.today()), () => undefined)())
  rightOrThrow(await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })())
  expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
}

describe('The main thread of a library that serves syncs no file', () => {
  it('in a month with a loan, messages, a renewed wrapping key and an erasure', () =>
    withTemporaryFolder((folder) =>
      withLibraryIn(folder, async (library) => {
        const places = await syncsDuring(() => liveForAMonth(library))
        expect(places.filter((place) => !mayWait.includes(place))).toEqual([])
      }),
    ))

  it('while it writes an export and an inventory', () =>
    withTemporaryFolder((folder) =>
      withLibraryIn(folder, async (library) => {
        await acquireOneCopy(library)
        const syncs = await syncsDuring(async () => {
          rightOrThrow(await library.audit.exportTo(`${folder}-export`, () => undefined)())
          rightOrThrow(await library.writeInventory(`${folder}-inventory`)())
        })
        expect(syncs).toEqual([])
      }),
    ))
})
