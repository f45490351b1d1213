import * as TE from 'fp-ts/TaskEither'
import { closePrimaryStores, type PrimaryStores } from '../../adapters/composition/stores/primary-stores'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { reserveTitle } from '../../domain/use-cases/reserve-title'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { streamNameOf } from '../../domain/event/stream'
import type { BorrowerId } from '../../domain/values/ids'
import { defaultPolicy, type Policy } from '../../domain/policy/policy'
import { readWholeLog } from '../contract/event-store/event-store-steps'
import { crashCopies, addCopiesAndBorrowers } from '../crash/crash-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { borrowerIdsOf, lendTo } from './errors/prepared-folder'
import { pausedKeyStore, withoutRenewal } from './paused-process'
import { acquireOneCopy, homeBranch, oneCopy, nowOnce, registerNumberedBorrower, oneTitle } from './use-case-steps'

/** Stores that processes share. */
interface SharedStores {
  readonly storesOf: (process: string) => Promise<PrimaryStores>
  /** Ends the leases that are held, where the test can do that. Elsewhere they end by themselves. */
  readonly endLeases: () => void
}

/** How processes open the stores that they share. */
export type ShareStores = () => Promise<SharedStores>

interface Processes {
  readonly storesFor: (process: string) => Promise<PrimaryStores>
  readonly open: (stores: PrimaryStores) => Promise<RunningLibrary>
  readonly endLeases: () => void
}

/** Makes close() idempotent: a test may close a library before its end. */
const closeOnlyOnce = (library: RunningLibrary): RunningLibrary => {
  let closed: Promise<void> | undefined
  return { ...library, close: () => (closed ??= library.close()) }
}

/** Several libraries on shared stores, each with its own folder. */
const withProcessesOn =
  (shareStores: ShareStores) =>
  async (use: (processes: Processes) => Promise<void>, policy: Policy = defaultPolicy): Promise<void> => {
    const opened: Array<() => Promise<void>> = []
    const { storesOf, endLeases } = await shareStores()
    const unopened = new Map<PrimaryStores['logs'], PrimaryStores>()
    const storesFor = async (process: string): Promise<PrimaryStores> => {
      const shared = await storesOf(process)
      unopened.set(shared.logs, shared)
      return shared
    }
    const open = (shared: PrimaryStores): Promise<RunningLibrary> =>
      new Promise((resolve, reject) => {
        unopened.delete(shared.logs)
        const inFolder = withTemporaryFolder(async (folder) => {
          const library = closeOnlyOnce(
            await openLibraryIn(folder, { policy, openPrimaryStores: () => TE.right(shared) }),
          )
          resolve(library)
          await new Promise<void>((end) => {
            opened.push(async () => {
              await library.close()
              end()
              await inFolder
            })
          })
        })
        inFolder.catch(reject)
      })
    try {
      await use({ storesFor, open, endLeases })
    } finally {
      for (const close of opened) await close()
      for (const shared of unopened.values()) await closePrimaryStores(shared)
    }
  }

const eventTypesIn = async ({ logs }: PrimaryStores): Promise<ReadonlyArray<string>> =>
  (await readWholeLog(logs.circulation)).map(({ type }) => type)

const reservationFor = (borrower: BorrowerId) => ({
  title: oneTitle,
  borrower,
  pickUpBranch: undefined,
  interestUntil: undefined,
})

/** Ann has the copy and Bo has reserved it, so that its return has a reaction. */
const lendAndReserve = async (library: RunningLibrary) => {
  await acquireOneCopy(library)
  const ann = await registerNumberedBorrower(library, 1)
  const bo = await registerNumberedBorrower(library, 2)
  rightOrThrow(
    await lendCopy(library.useCaseDependencies)({
      copy: oneCopy,
      borrower: ann,
      branch: homeBranch,
      ...nowOnce(library),
    })(),
  )
  rightOrThrow(await reserveTitle(library.useCaseDependencies)({ ...reservationFor(bo), ...nowOnce(library) })())
  return { ann, bo }
}

/** Returns or lends the copy, and waits for all reactions. */
const returnAndReact = async (library: RunningLibrary): Promise<void> => {
  rightOrThrow(
    await returnCopy(library.useCaseDependencies)({ copy: oneCopy, branch: homeBranch, ...nowOnce(library) })(),
  )
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
}
const lendAndReact = async (library: RunningLibrary, borrower: BorrowerId): Promise<void> => {
  rightOrThrow(
    await lendCopy(library.useCaseDependencies)({ copy: oneCopy, borrower, branch: homeBranch, ...nowOnce(library) })(),
  )
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
}

/** What must hold for a library that several processes serve. On servers a lease lasts ten seconds. */
export const testSeveralProcesses = (name: string, shareStores: ShareStores): void => {
  const withProcesses = withProcessesOn(shareStores)
  describe(`a library that several processes serve: ${name}`, () => {
    it('lends a borrower no more than the limit at sixteen machines at once, through two processes', () =>
      withProcesses(
        async ({ storesFor, open }) => {
          const first = await open(await storesFor('first'))
          await addCopiesAndBorrowers(first)
          const second = await open(await storesFor('second'))
          rightOrThrow(await first.catchUpReadModels())
          const [borrower] = borrowerIdsOf(first) as [BorrowerId]
          const answers = await Promise.all(
            crashCopies.slice(0, 16).map((each, at) => lendTo(at % 2 === 0 ? first : second)(each, borrower)),
          )
          expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(5)
          expect(
            rightOrThrow(await second.useCaseDependencies.decisionQueries.standing(borrower)())?.loans,
          ).toHaveLength(5)
        },
        { ...defaultPolicy, loanLimit: 5 },
      ))

    it('runs each reaction once, in one process, and waits for it in the other', () =>
      withProcesses(async ({ storesFor, open }) => {
        await open(await storesFor('first'))
        const second = await open(await storesFor('second'))
        await lendAndReserve(second)
        await returnAndReact(second)
        const types = await eventTypesIn(await storesFor('reader'))
        expect(types.filter((type) => type === 'CopySetAside')).toHaveLength(1)
        expect(types.filter((type) => type === 'ReservationReady')).toHaveLength(1)
      }))

    it('goes on with reactions in another process when the first one ends', () =>
      withProcesses(async ({ storesFor, open }) => {
        const first = await open(await storesFor('first'))
        const second = await open(await storesFor('second'))
        await lendAndReserve(first)
        await first.close()
        await returnAndReact(second)
        expect((await eventTypesIn(await storesFor('reader'))).filter((type) => type === 'CopySetAside')).toHaveLength(
          1,
        )
      }))

    it('finishes in another process the erasure of a paused one, with one certificate', () =>
      withProcesses(async ({ storesFor, open, endLeases }) => {
        const shared = await storesFor('first')
        const paused = pausedKeyStore(shared.keyStore)
        const first = await open({
          ...shared,
          keyStore: paused.store,
          coordination: { ...shared.coordination, leases: withoutRenewal(shared.coordination.leases) },
        })
        const second = await open(await storesFor('second'))
        const { bo } = await lendAndReserve(first)
        await returnAndReact(first)
        await lendAndReact(first, bo)
        const running = first.retention.run()
        await paused.isReached
        expect((await eventTypesIn(shared)).filter((type) => type === 'ErasureDue')).toHaveLength(1)
        endLeases()
        const { failed } = await second.retention.run()
        paused.goOn()
        await running
        const types = await eventTypesIn(shared)
        expect(failed).toEqual([])
        expect(types.filter((type) => type === 'ErasureDue')).toHaveLength(1)
        expect(types.filter((type) => type === 'ScopesErased')).toHaveLength(1)
      }))

    it('opens in no process what one process has erased', () =>
      withProcesses(async ({ storesFor, open }) => {
        const first = await open(await storesFor('first'))
        const second = await open(await storesFor('second'))
        const { bo } = await lendAndReserve(first)
        await returnAndReact(first)
        rightOrThrow(await second.catchUpReadModels())
        await lendAndReact(first, bo)
        expect(await first.retention.run()).toMatchObject({ failed: [], overdue: 0 })
        const shown = await second.showStream('circulation', streamNameOf('title')(oneTitle))
        expect(shown.map(({ staff }) => staff['reservation'])).toMatchObject([{ erased: true }, { erased: true }, {}])
      }))
  })
}
