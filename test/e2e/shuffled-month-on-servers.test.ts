import type { PrimaryStores } from '../../adapters/composition/stores/primary-stores'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { streamNameOf } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, CopyId } from '../../domain/values/ids'
import { readWholeLog } from '../contract/event-store/event-store-steps'
import { crashCopies } from '../crash/crash-library'
import { allReadModelRows } from '../fixtures/in-memory-read-models'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { borrowerIdsOf, lendTo } from './errors/prepared-folder'
import { acquireCopy, registerNumberedBorrower } from './use-case-steps'
import { withProcessesInFolders, type ProcessesInFolders } from './with-processes-in-folders'
import { withServersShared } from './with-servers-shared'

const startOn = '2026-01-29' as Day
const afterJanuary = '2026-02-01' as Day
const afterFebruary = '2026-03-01' as Day

const registerAlternately = async (libraries: ReadonlyArray<RunningLibrary>, from: number, count: number) => {
  for (let at = 0; at < count; at += 1)
    await registerNumberedBorrower(libraries[at % libraries.length] as RunningLibrary, from + at)
}

/** Closes each day until a day, in one process. */
const closeDaysIn = async (library: RunningLibrary, until: Day): Promise<void> =>
  rightOrThrow(await library.clock.moveTo(until, () => undefined)())

const rowsOf = async (library: RunningLibrary) => {
  rightOrThrow(await library.catchUpReadModels())
  return allReadModelRows(library)
}

const rebuiltRowsOf = async (library: RunningLibrary) => {
  rightOrThrow(await library.rebuildReadModels(() => undefined)())
  return rowsOf(library)
}

const idsOf = async ({ logs }: PrimaryStores) => (await readWholeLog(logs.persons)).map(({ id }) => id)

/** How often a segment of persons was shuffled. */
const countShuffles = async ({ logs }: PrimaryStores): Promise<number | undefined> => {
  await readWholeLog(logs.persons)
  return logs.persons.shuffling?.lastNoticed?.([])?.times
}

/** What staff see of a borrower in a process. */
const shownIn = async (library: RunningLibrary, borrower: BorrowerId) =>
  (await library.showStream('persons', streamNameOf('borrower')(borrower))).map(({ staff }) => staff)

/**
 * Two processes, and the stores of the first one: whoever opens stores is waited for as a process. A library whose
 * circulation is empty closes no day.
 */
const twoProcesses = async ({ storesOf, open }: ProcessesInFolders, storesOfSecond?: PrimaryStores) => {
  const stores = await storesOf('first')
  const [first, second] = [await open('first', stores), await open('second', storesOfSecond)]
  await acquireCopy(first, crashCopies[0] as CopyId)
  return { first, second, stores }
}

/** The stores of a process that is paused: it does not read persons, and its registration has ended. */
const pausable = (stores: PrimaryStores) => {
  let resume: () => void = () => undefined
  let resumed = Promise.resolve()
  const { persons } = stores.logs
  return {
    stores: {
      ...stores,
      logs: {
        ...stores.logs,
        persons: {
          ...persons,
          readAll: async function* (...read: Parameters<typeof persons.readAll>) {
            await resumed
            yield* persons.readAll(...read)
          },
        },
      },
    },
    pause: async () => {
      resumed = new Promise((resolve) => (resume = resolve))
      rightOrThrow(await stores.coordination.processRegistry.unregister())
    },
    resume: () => resume(),
  }
}

withServersShared((share) => {
  const withProcesses = withProcessesInFolders(share, startOn)

  describe('a month of persons on PostgreSQL that two processes have written', () => {
    it('is shuffled once at its closing, and both answer as before and rebuild to the same read models', () =>
      withProcesses(async (processes) => {
        const { first, second, stores } = await twoProcesses(processes)
        await registerAlternately([first, second], 1, 30)
        const before = { ids: await idsOf(stores), rows: await rowsOf(second) }
        const borrowers = borrowerIdsOf(second)
        const shown = await Promise.all(borrowers.map((borrower) => shownIn(second, borrower)))
        expect(await countShuffles(stores)).toBe(0)
        await closeDaysIn(first, afterJanuary)
        const ids = await idsOf(stores)
        const ofMonth = ids.filter((id) => before.ids.includes(id))
        expect(ofMonth).not.toEqual(before.ids)
        expect(ofMonth.toSorted()).toEqual(before.ids.toSorted())
        expect(await countShuffles(stores)).toBe(1)
        expect((await first.retention.run()).failed).toEqual([])
        expect(await idsOf(stores)).toEqual(ids)
        const rows = await rowsOf(first)
        expect(rows['borrowers']).toEqual(before.rows['borrowers'])
        expect(await rowsOf(second)).toEqual(rows)
        for (const library of [first, second]) {
          expect(await Promise.all(borrowers.map((borrower) => shownIn(library, borrower)))).toEqual(shown)
          expect(await rebuiltRowsOf(library)).toEqual(rows)
        }
        rightOrThrow(await lendTo(second)(crashCopies[0] as CopyId, borrowers[7] as BorrowerId))
      }))

    it('leaves both able to write, and is followed by the next month, shuffled by itself', () =>
      withProcesses(async (processes) => {
        const { first, second, stores } = await twoProcesses(processes)
        await registerAlternately([first, second], 1, 20)
        await closeDaysIn(first, afterJanuary)
        const january = await idsOf(stores)
        await registerAlternately([second, first], 21, 20)
        const february = await idsOf(stores)
        expect(february.slice(0, january.length)).toEqual(january)
        await closeDaysIn(first, afterFebruary)
        const shuffled = await idsOf(stores)
        expect(await countShuffles(stores)).toBe(2)
        expect(shuffled.slice(0, january.length - 1)).toEqual(january.slice(0, -1))
        expect(shuffled.slice(0, february.length)).not.toEqual(february)
        expect(await rebuiltRowsOf(second)).toEqual(await rowsOf(first))
        expect(borrowerIdsOf(second)).toHaveLength(40)
      }))
  })

  describe('a process that was away when a month was shuffled', () => {
    it('makes its read models anew when it is back', () =>
      withProcesses(async (processes) => {
        const { open } = processes
        const { first, second, stores } = await twoProcesses(processes)
        await registerAlternately([first, second], 1, 20)
        rightOrThrow(await second.catchUpReadModels())
        await second.close()
        await registerAlternately([first], 21, 20)
        await closeDaysIn(first, afterJanuary)
        expect(await countShuffles(stores)).toBe(1)
        const back = await open('second')
        expect(await rowsOf(back)).toEqual(await rowsOf(first))
        expect(borrowerIdsOf(back)).toHaveLength(40)
      }))

    it('refuses to go on after a pause, and makes its read models anew when it is started again', () =>
      withProcesses(async (processes) => {
        const { open, storesOf } = processes
        const { stores: ofSecond, pause, resume } = pausable(await storesOf('second'))
        const { first, second, stores } = await twoProcesses(processes, ofSecond)
        await registerAlternately([first, second], 1, 20)
        rightOrThrow(await second.catchUpReadModels())
        await pause()
        await registerAlternately([first], 21, 20)
        await closeDaysIn(first, afterJanuary)
        expect(await countShuffles(stores)).toBe(1)
        resume()
        for (let times = 0; times < 2; times += 1)
          expect(await second.catchUpReadModels()).toMatchObject({
            left: { _tag: 'Unavailable', reason: expect.stringMatching(/put in another order/) as string },
          })
        await second.close()
        const back = await open('second')
        expect(await rowsOf(back)).toEqual(await rowsOf(first))
        expect(borrowerIdsOf(back)).toHaveLength(40)
      }))
  })
})
