import type { PrimaryStores } from '../../adapters/composition/stores/primary-stores'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { reserveTitle } from '../../domain/use-cases/reserve-title'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { streamNameOf } from '../../domain/event/stream'
import type { BorrowerId } from '../../domain/values/ids'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { readWholeLog } from '../contract/event-store/event-store-steps'
import { crashCopies, addCopiesAndBorrowers } from '../crash/crash-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { eventsBehind } from '../fixtures/events-behind'
import { waitUntil } from '../fixtures/wait-until'
import { borrowerIdsOf, lendTo } from './errors/prepared-folder'
import { pausedKeyStore, withoutRenewal } from './paused-process'
import { withProcessesOn, type ShareStores } from './with-processes-on'
import { acquireOneCopy, homeBranch, oneCopy, nowOnce, registerNumberedBorrower, oneTitle } from './use-case-steps'

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
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
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
        { ...defaultLibraryPolicy, loanLimit: 5 },
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

    it('says in each process how far reactions and read models are behind', () =>
      withProcesses(async ({ storesFor, open }) => {
        const first = await open(await storesFor('first'))
        const second = await open(await storesFor('second'))
        await lendAndReserve(second)
        for (const library of [first, second]) {
          rightOrThrow(await library.useCaseDependencies.waitForReactions())
          rightOrThrow(await library.catchUpReadModels())
          await waitUntil(async () => (await eventsBehind(library)).every(([, events]) => events === 0))
          expect((await eventsBehind(library)).map(([name]) => name)).toEqual(['schedule', 'read models', 'reactions'])
        }
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
        const ofReservations = shown.filter(({ type }) => type !== 'ReservationCounted')
        const parts = ofReservations.map(({ staff }) => staff['reservation'])
        expect(parts).toMatchObject([{ erased: true }, { erased: true }, {}])
      }))
  })
}
