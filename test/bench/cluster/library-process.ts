import { taskEither } from 'fp-ts'
import { openStoresOnServers } from '../../../adapters/composition/stores/open-stores-on-servers'
import type { StoreServerAddresses } from '../../../adapters/composition/stores/store-server-addresses'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { changeCopy } from '../../../domain/use-cases/change-copy'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import type { BorrowerId, CopyId, TitleId } from '../../../domain/values/ids'
import { oreFromKroner } from '../../../domain/values/ore'
import { emptyContact, personWithCard } from '../../crash/crash-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { openLogInNamespace } from '../../adapters/imports/ledger/store-comparison/circulation-servers'
import { benchBranch } from '../lend/bench-branch'
import { runWithCallers } from '../lend/run-with-callers'
import { withWaitTimes, type WaitTimes } from './wait-times'

/** A request to a process of the library. */
export type ProcessRequest =
  | ({ readonly _tag: 'Open' } & LibraryLocation)
  | { readonly _tag: 'AddCopiesAndBorrowers'; readonly copies: ReadonlyArray<string>; readonly borrowers: number }
  | { readonly _tag: 'Lend'; readonly loans: ReadonlyArray<LoanToMake>; readonly callers: number }

/** The servers, namespace, data folder and key ring of a library. */
export interface LibraryLocation {
  readonly addresses: StoreServerAddresses
  readonly namespace: string
  readonly folder: string
  readonly ring: string
}

/** A loan that a process makes. */
export interface LoanToMake {
  readonly copy: string
  readonly borrower: string
}

/** The answer of a process: the registered borrowers, or the ms of each loan, the times waited for stores, and CPU time. */
export interface ProcessAnswer {
  readonly borrowers?: ReadonlyArray<string>
  readonly lendingMs?: ReadonlyArray<number>
  readonly waitTimes?: WaitTimes
  /** CPU time of the process while it lent, with all its threads, in ms. */
  readonly cpuMs?: number
  readonly failure?: string
}

const callersAtOnce = 16

const addCopiesAndBorrowers = async (
  { useCaseDependencies: dependencies }: RunningLibrary,
  copies: ReadonlyArray<string>,
  count: number,
): Promise<ProcessAnswer> => {
  const now = { at: dependencies.commandHandling.clock.now(), origin: unkeyedOrigin }
  const borrowers: BorrowerId[] = []
  const cards = Array.from({ length: count }, (_, at) => `B-${String(at)}`)
  await runWithCallers(callersAtOnce)(cards, async (card) => {
    const presentedCard = { number: card, pin: null }
    const registered = await registerBorrower(dependencies)({
      person: personWithCard(card),
      contactDetails: emptyContact,
      presentedCard,
      ...now,
    })()
    borrowers.push(rightOrThrow(registered).borrower)
  })
  await runWithCallers(callersAtOnce)(copies, async (copy) => {
    const title = copy.slice(2) as TitleId
    const book = { group: 'standard', ageLimit: null, price: oreFromKroner(100), name: 'Pelle', author: null } as const
    const acquire = { type: 'Acquire', copy: copy as CopyId, title, branch: benchBranch, ...book } as const
    rightOrThrow(await changeCopy(dependencies)(copy as CopyId, now)(acquire)())
  })
  rightOrThrow(await dependencies.waitForReactions())
  return { borrowers }
}

const lendCopies = async (
  { useCaseDependencies: dependencies }: RunningLibrary,
  loans: ReadonlyArray<LoanToMake>,
  callers: number,
): Promise<ProcessAnswer> => {
  const lendingMs: number[] = []
  await runWithCallers(callers)(loans, async ({ copy, borrower }) => {
    const start = performance.now()
    const at = dependencies.commandHandling.clock.now()
    const request = {
      copy: copy as CopyId,
      borrower: borrower as BorrowerId,
      branch: benchBranch,
      at,
      origin: unkeyedOrigin,
    }
    rightOrThrow(await lendCopy(dependencies)(request)())
    lendingMs.push(performance.now() - start)
  })
  return { lendingMs }
}

let opened:
  { readonly library: RunningLibrary; readonly stopwatch: ReturnType<typeof withWaitTimes>['stopwatch'] } | undefined

const open = async ({ addresses, namespace, folder, ring }: LibraryLocation): Promise<ProcessAnswer> => {
  const openPrimaryStores = openStoresOnServers(addresses, openLogInNamespace(namespace))
  const { stores, stopwatch } = withWaitTimes(rightOrThrow(await openPrimaryStores(dataFolderLayout(folder, ring))()))
  opened = {
    library: await openLibraryIn(folder, { ring, openPrimaryStores: () => taskEither.right(stores) }),
    stopwatch,
  }
  return {}
}

const answerRequest = async (request: ProcessRequest): Promise<ProcessAnswer> => {
  if (request._tag === 'Open') return open(request)
  if (opened === undefined) throw new Error('the library is not open')
  const { library, stopwatch } = opened
  if (request._tag === 'AddCopiesAndBorrowers') return addCopiesAndBorrowers(library, request.copies, request.borrowers)
  stopwatch.clear()
  const before = process.cpuUsage()
  const answer = await lendCopies(library, request.loans, request.callers)
  const { user, system } = process.cpuUsage(before)
  return { ...answer, waitTimes: stopwatch.waitTimes(), cpuMs: (user + system) / 1000 }
}

// Runs as a separate process that carries out one request after another.
process.on('message', (request: ProcessRequest) => {
  const toFailure = (error: unknown): ProcessAnswer => ({ failure: String(error) })
  void answerRequest(request)
    .catch(toFailure)
    .then((processAnswer) => process.send?.(processAnswer))
})
process.once('disconnect', () => {
  void (opened?.library.close() ?? Promise.resolve()).finally(() => process.exit())
})
