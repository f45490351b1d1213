import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import { closeTruth, type Truth } from '../../adapters/composition/truth/truth'
import type { System } from '../../adapters/processes/running/system'
import { lend } from '../../domain/use-cases/lend'
import { reserve } from '../../domain/use-cases/reserve'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { streamOf } from '../../domain/event/stream'
import type { BorrowerId } from '../../domain/values/ids'
import type { Lease, Leases } from '../../domain/ports/leases'
import { defaultPolicy, type Policy } from '../../domain/policy/policy'
import type { KeyStore } from '../../retention/keys/key-store'
import { wholeLog } from '../contract/event-store/given'
import { copies, furnish } from '../crash/world'
import { right } from '../fixtures/right'
import { openIn, withFolder } from '../fixtures/system'
import { borrowersOf, lendOne } from './errors/furnished'
import { acquireOne, branch, copy, now, registerNumbered, title } from './steps'

/** How a process comes to what all of them share. */
export type Share = () => Promise<(process: string) => Promise<Truth>>

interface Processes {
  readonly truth: (process: string) => Promise<Truth>
  readonly open: (truth: Truth) => Promise<System>
}

/** Closing twice is closing once: a test may end a process before its end. */
const closingOnce = (system: System): System => {
  let closed: Promise<void> | undefined
  return { ...system, close: () => (closed ??= system.close()) }
}

/** Several systems on one truth, each with a folder of its own. */
const processesOn =
  (share: Share) =>
  async (use: (processes: Processes) => Promise<void>, policy: Policy = defaultPolicy): Promise<void> => {
    const opened: Array<() => Promise<void>> = []
    const shareOf = await share()
    const unopened = new Map<Truth['logs'], Truth>()
    const truth = async (process: string): Promise<Truth> => {
      const shared = await shareOf(process)
      unopened.set(shared.logs, shared)
      return shared
    }
    const open = (shared: Truth): Promise<System> =>
      new Promise((resolve, reject) => {
        unopened.delete(shared.logs)
        const inFolder = withFolder(async (folder) => {
          const system = closingOnce(await openIn(folder, { policy, truth: () => TE.right(shared) }))
          resolve(system)
          await new Promise<void>((end) => {
            opened.push(async () => {
              await system.close()
              end()
              await inFolder
            })
          })
        })
        inFolder.catch(reject)
      })
    try {
      await use({ truth, open })
    } finally {
      for (const close of opened) await close()
      for (const shared of unopened.values()) await closeTruth(shared)
    }
  }

/** A key store that stands still where the bytes of erased keys are driven off the disk, until it may go on. */
const standingStill = (store: KeyStore) => {
  let goOn: () => void = () => undefined
  let reached: () => void = () => undefined
  const isReached = new Promise<void>((resolve) => (reached = resolve))
  const mayGoOn = new Promise<void>((resolve) => (goOn = resolve))
  const checkpointTruncate: KeyStore['checkpointTruncate'] = async () => {
    reached()
    await mayGoOn
    return store.checkpointTruncate()
  }
  return { store: { ...store, checkpointTruncate }, isReached, goOn: () => goOn() }
}

const typesIn = async ({ logs }: Truth): Promise<ReadonlyArray<string>> =>
  (await wholeLog(logs.circulation)).map(({ type }) => type)

const waiting = (borrower: BorrowerId) => ({ title, borrower, pickUpBranch: undefined, interestUntil: undefined })

/** Leases of a process that stands still: it renews none, and does not notice. */
const neverRenewed = (leases: Leases): Leases => ({
  ...leases,
  take: (name) =>
    TE.map(O.map((lease: Lease): Lease => ({ ...lease, renew: () => Promise.resolve(true) })))(leases.take(name)),
})

/** Somebody waits for the copy that Ann has, so that something follows from its return. */
const lentAndWaitedFor = async (system: System) => {
  await acquireOne(system)
  const ann = await registerNumbered(system, 1)
  const bo = await registerNumbered(system, 2)
  right(await lend(system.library)({ copy, borrower: ann, branch, ...now(system) })())
  right(await reserve(system.library)({ ...waiting(bo), ...now(system) })())
  return { ann, bo }
}

/** The copy comes back, or is taken home, and all that follows has been done. */
const returned = async (system: System): Promise<void> => {
  right(await returnCopy(system.library)({ copy, branch, ...now(system) })())
  right(await system.library.reactionsDone())
}
const lent = async (system: System, borrower: BorrowerId): Promise<void> => {
  right(await lend(system.library)({ copy, borrower, branch, ...now(system) })())
  right(await system.library.reactionsDone())
}

/** What holds of a library that several processes serve, wherever they share it. A lease lasts less than a second, or so long. */
export const severalProcesses = (name: string, share: Share): void => {
  const withProcesses = processesOn(share)
  describe(`a library that several processes serve: ${name}`, () => {
    it('lends a borrower no more than the limit at sixteen machines at once, through two of them', () =>
      withProcesses(
        async ({ truth, open }) => {
          const first = await open(await truth('first'))
          await furnish(first)
          const second = await open(await truth('second'))
          right(await first.reach())
          const [borrower] = borrowersOf(first) as [BorrowerId]
          const answers = await Promise.all(
            copies.slice(0, 16).map((each, at) => lendOne(at % 2 === 0 ? first : second)(each, borrower)),
          )
          expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(5)
          expect(right(await second.library.lookUp.standing(borrower)())?.loans).toHaveLength(5)
        },
        { ...defaultPolicy, loanLimit: 5 },
      ))

    it('does what follows once, in one of them, and waits for it in the other', () =>
      withProcesses(async ({ truth, open }) => {
        await open(await truth('first'))
        const second = await open(await truth('second'))
        await lentAndWaitedFor(second)
        await returned(second)
        const types = await typesIn(await truth('reader'))
        expect(types.filter((type) => type === 'CopySetAside')).toHaveLength(1)
        expect(types.filter((type) => type === 'ReservationReady')).toHaveLength(1)
      }))

    it('goes on with what follows in the other when the one that did it ends', () =>
      withProcesses(async ({ truth, open }) => {
        const first = await open(await truth('first'))
        const second = await open(await truth('second'))
        await lentAndWaitedFor(first)
        await first.close()
        await returned(second)
        expect((await typesIn(await truth('reader'))).filter((type) => type === 'CopySetAside')).toHaveLength(1)
      }))

    it('finishes in the other an erasure at which one of them stood still, with one certificate', () =>
      withProcesses(async ({ truth, open }) => {
        const shared = await truth('first')
        const still = standingStill(shared.keyStore)
        const first = await open({
          ...shared,
          keyStore: still.store,
          coordination: { ...shared.coordination, leases: neverRenewed(shared.coordination.leases) },
        })
        const second = await open(await truth('second'))
        const { bo } = await lentAndWaitedFor(first)
        await returned(first)
        await lent(first, bo)
        const running = first.retention.run()
        await still.isReached
        expect((await typesIn(shared)).filter((type) => type === 'ErasureDue')).toHaveLength(1)
        const { failed } = await second.retention.run()
        still.goOn()
        await running
        const types = await typesIn(shared)
        expect(failed).toEqual([])
        expect(types.filter((type) => type === 'ErasureDue')).toHaveLength(1)
        expect(types.filter((type) => type === 'ScopesErased')).toHaveLength(1)
      }))

    it('opens nowhere what one of them has erased', () =>
      withProcesses(async ({ truth, open }) => {
        const first = await open(await truth('first'))
        const second = await open(await truth('second'))
        const { bo } = await lentAndWaitedFor(first)
        await returned(first)
        right(await second.reach())
        await lent(first, bo)
        expect(await first.retention.run()).toMatchObject({ failed: [], overdue: 0 })
        const shown = await second.show('circulation', streamOf('title')(title))
        expect(shown.map(({ staff }) => staff['reservation'])).toMatchObject([{ erased: true }, { erased: true }, {}])
      }))
  })
}
