import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { closePrimaryStores, type PrimaryStores } from '../../../adapters/composition/stores/primary-stores'
import { machineMonotonicClock } from '../../../adapters/system/clock/machine-monotonic-clock'
import { sealEvents } from '../../../domain/command-handling/seal-events'
import { CopyAcquired } from '../../../domain/copy/events/copy-acquired'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import type { AnyEvent } from '../../../domain/event/define-event'
import { eventDefinitions } from '../../../domain/event-definitions'
import { streamNameOf } from '../../../domain/event/stream'
import type { StoredEvent } from '../../../domain/ports/event-store'
import { DayClosed } from '../../../domain/calendar/events/day-closed'
import { MonthClosed } from '../../../domain/calendar/events/month-closed'
import { MonthOpened } from '../../../domain/calendar/events/month-opened'
import { addDays, type Day } from '../../../domain/values/day'
import { monthOf } from '../../../domain/values/month'
import type { BorrowerId, CopyId, EventId, LoanId, StatisticsId, TitleId } from '../../../domain/values/ids'
import { oreFromKroner } from '../../../domain/values/ore'
import { makeCachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import { openCodedStores } from '../../fixtures/open-coded-stores'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { benchBranch } from '../lend/bench-branch'
import { registerAll } from '../lend/busy-library'
import { runWithCallers } from '../lend/run-with-callers'
import { loanEvents } from './loan-events'
import { openEventRecorded, writeErasure, type TriggerOfScope } from './loan-scopes'

/** The loans of a log: how many, on which days they were returned, and whether they are erased. */
export interface LoanLogOptions {
  readonly loans: number
  /** Of living loans; erased ones were all returned sixty days before the library opens. */
  readonly returnedOn: (loan: number) => Day
  readonly parts: 'living' | 'erased'
  /** Further loans of the last borrowers, which were never returned: their scopes live, and no end is known. */
  readonly unreturned?: number
}

/** A closed data folder. */
export interface LoanLog {
  readonly folder: string
  readonly borrowers: ReadonlyArray<BorrowerId>
}

/** The day on which the library of a loan log opens, and on which all its events are recorded. */
export const loanLogFirstDay = '2026-06-01' as Day

const firstCopyNumber = 3_100_000_000
export const firstCopyOfLoanLog = String(firstCopyNumber) as CopyId

/** Loans that are erased were returned on this day, so that they are due when the library opens. */
const erasedLoanReturnedOn = addDays(-60)(loanLogFirstDay)

/** Each copy has this many loans. */
const loansPerCopy = 100
const copiesAtOnce = 8

/** The last borrowers of a log have the loans that were never returned, at most fifty each where there are many. */
export const borrowersWhoReturnNothing = (unreturned: number): number => Math.max(64, Math.ceil(unreturned / 50))

type SealLoans = (copy: CopyId, events: ReadonlyArray<AnyEvent>) => Promise<ReadonlyArray<StoredEvent>>

/** Seals the events of a copy whose stream has one event already. */
const sealWithKeys = ({ keyStore, ring }: PrimaryStores): SealLoans => {
  const keys = makeCachingScopeKeys({
    store: keyStore,
    ring,
    isEnded: () => false,
    clock: machineMonotonicClock,
    alarm: (kind) => {
      throw new Error(`alarm: ${kind}`)
    },
    capacity: 10_000,
  })
  const seal = sealEvents({ keys, eventTable: eventDefinitionsByType(eventDefinitions) })
  return async (copy, events) => {
    const address = { log: 'circulation', stream: streamNameOf('copy')(copy) } as const
    const ids = events.map(() => randomUUID() as EventId)
    return rightOrThrow(await seal({ address, firstRevision: 1, ids, recorded: loanLogFirstDay }, events)())
  }
}

/** The bytes of erased parts are never opened, so random bytes replace them. */
const erasedBytes = randomBytes(450)

const replaceSealedParts: SealLoans = (_copy, events) =>
  Promise.resolve(events.map(openEventRecorded(loanLogFirstDay)).map((event) => ({ ...event, sealed: erasedBytes })))

const copyAcquired = (copy: CopyId, title: TitleId): AnyEvent =>
  CopyAcquired(
    {
      ...{ copy, title, branch: benchBranch, group: 'standard', ageLimit: null, price: oreFromKroner(200) },
      ...{ name: 'Pelle', author: null, volume: null },
    },
    {},
  )

/**
 * Closes the day before the library opens, so that its erased loans are due. Opens and closes a month before, whose
 * statistics are due then; answers the scope of the statistics with the event that makes it due.
 */
const writeClosings = async ({ logs }: PrimaryStores, statistics: StatisticsId): Promise<TriggerOfScope> => {
  const record = openEventRecorded(loanLogFirstDay)
  const month = monthOf(erasedLoanReturnedOn)
  const opened = record(MonthOpened({ month, statistics }, {}))
  const closed = record(MonthClosed({ month }, {}))
  rightOrThrow(await logs.circulation.append(streamNameOf('month')(month), 'none', [opened, closed])())
  const day = addDays(-1)(loanLogFirstDay)
  const dayClosed = record(DayClosed({ day }, {}))
  rightOrThrow(await logs.circulation.append(streamNameOf('day')(day), 'none', [dayClosed])())
  return new Map([[statistics, opened.id]])
}

/** The events that returned the loans of a copy, by loan. */
const returnsOf = (stored: ReadonlyArray<StoredEvent>): TriggerOfScope =>
  new Map(
    stored.flatMap(({ type, open, id }) =>
      type === 'LoanReturned' ? [[(JSON.parse(open) as { readonly loan: LoanId }).loan, id] as const] : [],
    ),
  )

const writeLoans = async (
  stores: PrimaryStores,
  borrowers: ReadonlyArray<BorrowerId>,
  { loans, returnedOn, parts, unreturned = 0 }: LoanLogOptions,
): Promise<void> => {
  const statistics = randomUUID() as StatisticsId
  const withoutReturns = borrowers.slice(-borrowersWhoReturnNothing(unreturned))
  const seal = parts === 'living' ? sealWithKeys(stores) : replaceSealedParts
  const declareErased = parts === 'living' ? () => Promise.resolve() : writeErasure(stores, loanLogFirstDay)
  if (parts === 'erased') await declareErased('statistics', await writeClosings(stores, statistics))
  const writeCopy = async (index: number): Promise<void> => {
    const copy = String(firstCopyNumber + index) as CopyId
    const title = String(51_000_000 + index) as TitleId
    const first = index * loansPerCopy
    const length = Math.min(loansPerCopy, loans + unreturned - first)
    const ids = Array.from({ length }, () => randomUUID() as LoanId)
    const events = ids.flatMap((loan, at) => {
      const isReturned = first + at < loans
      const ofBorrowers = isReturned ? borrowers : withoutReturns
      const borrower = ofBorrowers[(first + at) % ofBorrowers.length]
      if (borrower === undefined) throw new Error('the library has no borrowers')
      const common = { loan, statistics, copy, title, borrower }
      if (!isReturned) return loanEvents({ ...common, returnedOn: loanLogFirstDay }).slice(0, 1)
      return loanEvents({
        ...common,
        returnedOn: parts === 'erased' ? erasedLoanReturnedOn : returnedOn(first + at),
      })
    })
    const acquired = openEventRecorded(loanLogFirstDay)(copyAcquired(copy, title))
    const stored = [acquired, ...(await seal(copy, events))]
    rightOrThrow(await stores.logs.circulation.append(streamNameOf('copy')(copy), 'none', stored)())
    await declareErased('loan', returnsOf(stored))
  }
  const copies = Array.from({ length: Math.ceil((loans + unreturned) / loansPerCopy) }, (_, index) => index)
  await runWithCallers(copiesAtOnce)(copies, writeCopy)
}

/** Makes a data folder with registered borrowers, and writes two events for each loan into its log. */
export const writeLoanLog = async (parent: string, borrowers: number, options: LoanLogOptions): Promise<LoanLog> => {
  const folder = path.join(parent, randomUUID())
  const library = await openLibraryIn(folder, { startOn: loanLogFirstDay })
  const borrowerIds = await registerAll(library, borrowers)
  await library.close()
  const stores = await openCodedStores(folder)
  try {
    await writeLoans(stores, borrowerIds, options)
  } finally {
    await closePrimaryStores(stores)
  }
  return { folder, borrowers: borrowerIds }
}
