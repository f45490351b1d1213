import type { PrimaryStores } from '../../adapters/composition/stores/primary-stores'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { streamNameOf } from '../../domain/event/stream'
import type { BorrowerId, CopyId } from '../../domain/values/ids'
import { addDays } from '../../domain/values/day'
import { readWholeLog } from '../contract/event-store/event-store-steps'
import { addCopiesAndBorrowers, crashCopies } from '../crash/crash-library'
import { openingDay } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { waitUntil } from '../fixtures/wait-until'
import { borrowerIdsOf, lendTo } from './errors/prepared-folder'
import { pausedKeyStore, withoutRenewal } from './paused-process'
import { oneCopy } from './use-case-steps'
import { withProcessesOn, type Processes, type ShareStores } from './with-processes-on'

const copyAt = (at: number): CopyId => crashCopies[at] ?? oneCopy

const rolled = async (library: RunningLibrary) => rightOrThrow(await library.epochs.roll(() => undefined)())

const twoProcesses = async ({ storesFor, open }: Processes) => {
  const first = await open(await storesFor('first'))
  await addCopiesAndBorrowers(first)
  const secondStores = await storesFor('second')
  const second = await open(secondStores)
  rightOrThrow(await first.catchUpReadModels())
  const [borrower] = borrowerIdsOf(first) as [BorrowerId]
  const lend = async (library: RunningLibrary, at: number) => rightOrThrow(await lendTo(library)(copyAt(at), borrower))
  return { first, second, secondStores, lend }
}

/** What a process opens of the stream of a copy, for staff. */
const shownIn = async (library: RunningLibrary, at: number): Promise<string> =>
  JSON.stringify((await library.showStream('circulation', streamNameOf('copy')(copyAt(at)))).map(({ staff }) => staff))

const expectBothOpen = async (libraries: ReadonlyArray<RunningLibrary>, copies: ReadonlyArray<number>) => {
  for (const library of libraries)
    for (const at of copies) {
      const shown = await shownIn(library, at)
      expect(shown).toContain('borrower')
      expect(shown).not.toContain('unavailable')
    }
}

/** A process that does not hear of requests, and whose registration has ended, as if it was paused. */
const pauseOf = async ({ coordination: { processRegistry } }: PrimaryStores): Promise<void> => {
  rightOrThrow(await processRegistry.unregister())
}

const horizonEvents = async ({ logs }: PrimaryStores): Promise<ReadonlyArray<string>> =>
  (await readWholeLog(logs.circulation)).filter(({ type }) => type.startsWith('BackupHorizon')).map(({ type }) => type)

/** What must hold when several processes that serve a library renew its wrapping keys. */
export const testRollingProcesses = (name: string, shareStores: ShareStores): void => {
  const withProcesses = withProcessesOn(shareStores)
  describe(`several processes that renew the wrapping keys: ${name}`, () => {
    it('all wrap in the new epoch afterwards, and open what was sealed before in each of them', () =>
      withProcesses(async (processes) => {
        const { first, second, lend } = await twoProcesses(processes)
        await lend(first, 0)
        await lend(second, 1)
        const rolling = rolled(first)
        await lend(second, 2)
        expect(await rolling).toMatchObject({ epoch: 2, retired: [1], unusable: 0 })
        await lend(first, 3)
        for (const library of [first, second])
          expect(await library.keyStoreStatus()).toMatchObject({
            ...{ epoch: 2, epochs: 1, rollWaitsFor: null },
            inEscrow: [{ epoch: 1 }],
          })
        await expectBothOpen([first, second], [0, 1, 2, 3])
      }))

    it('are not held up by one that is paused: it reads the ring anew before it inserts or opens a key', () =>
      withProcesses(async ({ storesFor, ...others }) => {
        let isPaused = false
        const { first, second, secondStores, lend } = await twoProcesses({
          ...others,
          storesFor: async (process) => {
            const stores = await storesFor(process)
            const { processRegistry } = stores.coordination
            const latestEpochStep: typeof processRegistry.latestEpochStep = () =>
              isPaused ? Promise.resolve({ _tag: 'Right', right: undefined }) : processRegistry.latestEpochStep()
            return process === 'first'
              ? stores
              : {
                  ...stores,
                  coordination: { ...stores.coordination, processRegistry: { ...processRegistry, latestEpochStep } },
                }
          },
        })
        await lend(second, 0)
        isPaused = true
        await pauseOf(secondStores)
        expect(await rolled(first)).toMatchObject({ epoch: 2, retired: [1] })
        expect(await second.keyStoreStatus()).toMatchObject({ epoch: 1 })
        await lend(second, 1)
        expect(await second.keyStoreStatus()).toMatchObject({ epoch: 2, epochs: 1 })
        await expectBothOpen([first, second], [0, 1])
        rightOrThrow(await secondStores.coordination.processRegistry.heartbeat())
        isPaused = false
        await waitUntil(async () => (await first.keyStoreStatus()).rollWaitsFor === null)
      }))

    it('finish in one the roll of another that is paused, which changes nothing when it goes on', () =>
      withProcesses(async (processes) => {
        const { storesFor, open, endLeases } = processes
        const { first, second, lend } = await twoProcesses(processes)
        const shared = await storesFor('paused')
        const paused = pausedKeyStore(shared.keyStore)
        const third = await open({
          ...shared,
          keyStore: paused.store,
          coordination: { ...shared.coordination, leases: withoutRenewal(shared.coordination.leases) },
        })
        await lend(first, 0)
        const rolling = third.epochs.roll(() => undefined)()
        await paused.isReached
        endLeases()
        expect(await rolled(second)).toMatchObject({ epoch: 2, retired: [1] })
        paused.goOn()
        expect(await rolling).toMatchObject({ left: { _tag: 'RollFailed' } })
        for (const library of [first, second, third])
          expect(await library.keyStoreStatus()).toMatchObject({ epoch: 2, epochs: 1 })
        await expectBothOpen([first, second, third], [0])
      }))

    it('record once in circulation that no copy of the keys from before opens anything, when all have dropped the wrapping key', () =>
      withProcesses(async (processes) => {
        const { first, second, secondStores } = await twoProcesses(processes)
        await rolled(first)
        rightOrThrow(await second.catchUpReadModels())
        rightOrThrow(await first.clock.moveTo(addDays(8)(openingDay), () => undefined)())
        await first.epochs.maintain()
        expect(await horizonEvents(secondStores)).toEqual(['BackupHorizonDeclared'])
        await first.epochs.maintain()
        expect(await horizonEvents(secondStores)).toEqual(['BackupHorizonDeclared'])
        expect(await second.keyStoreStatus()).toMatchObject({ epoch: 3, epochs: 1, inEscrow: [{ epoch: 2 }] })
      }))
  })
}
