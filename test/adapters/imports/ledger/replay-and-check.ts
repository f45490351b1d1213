import type { ImportSummary } from '../../../../adapters/imports/ledger/report/import-summary'
import type { Ledger } from '../../../../adapters/imports/ledger/reading/read-ledger'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { Day } from '../../../../domain/values/day'
import { openWithLivingKeys } from '../../../forensic/attack/open-with-living-keys'
import type { PatternMatch } from '../../../forensic/find-byte-patterns'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { firstMonthStart, importLedgerInto, requireSummary } from './ledger-import-steps'
import { expectSummaryCounts, expectEverybodyErased, expectMonthlyCounts } from './import-expectations'
import type { IndependentCounts } from './independent-count'
import type { SearchForTraces } from './search-for-traces'
import { observeLibrary, type LibraryObserver } from './erasure-observer'

/** An additional action at each midnight, while the folder is open. */
export type MidnightAction = (
  library: RunningLibrary,
  folder: string,
  observer: LibraryObserver,
) => (day: Day) => Promise<void>

export const noMidnightAction: MidnightAction = () => () => Promise.resolve()

export interface ReplayOutcome {
  readonly summary: ImportSummary
  readonly observer: LibraryObserver
}

const expectNoTrace = (traces: ReadonlyArray<PatternMatch>): void => {
  expect(traces).toEqual([])
}

/** Expects that the remaining keys of a folder open no sealed part. */
const expectNothingOpens = async (folder: string, { events }: LibraryObserver): Promise<void> => {
  expect(events.filter(({ sealed }) => sealed.length > 0).length).toBeGreaterThan(100)
  const insider = await openWithLivingKeys(folder, events)
  await insider.close()
  expect(insider.parts.map(({ event, scope }) => [event.type, scope])).toEqual([])
}

const expectErasedToTheDay = (
  { deviations, observed, erasedScopes }: LibraryObserver,
  summary: ImportSummary,
): void => {
  expect(deviations.slice(0, 10)).toEqual([])
  expect(observed.midnights).toBe(summary.daysSimulated)
  expect(erasedScopes.size).toBe(Object.values(summary.erasedScopes).reduce((sum, count) => sum + count, 0))
}

/** Expects that no key is left but those of the month's counts of messages: they last a year, and without the borrower's key nobody reads them. */
const expectKeysOfCountsAlone = ({ livingKeys }: ImportSummary, { events, livingScopes }: LibraryObserver): void => {
  const counts = events.filter(({ type }) => type === 'MessagesCounted').map(({ openPart }) => openPart['messageCount'])
  expect(livingKeys).toBe(livingScopes.size)
  expect([...livingScopes].filter((scope) => !counts.includes(scope))).toEqual([])
}

const replayInFolder = async (
  folder: string,
  ledger: Ledger,
  expected: IndependentCounts,
  atMidnight: MidnightAction,
) => {
  const library = await openLibraryIn(folder, { startOn: firstMonthStart(ledger), inBulk: true })
  const observer = observeLibrary(library)
  const runMidnightAction = atMidnight(library, folder, observer)
  const midnight = async (day: Day): Promise<void> => {
    await observer.midnight(day)
    await runMidnightAction(day)
  }
  const summary = requireSummary(
    await importLedgerInto(library, ledger, { day: () => undefined, onMidnight: midnight }),
  )
  expectErasedToTheDay(observer, summary)
  expectSummaryCounts(summary, expected)
  expectMonthlyCounts(library, expected)
  expectEverybodyErased(summary)
  expectKeysOfCountsAlone(summary, observer)
  await library.close()
  return { summary, observer }
}

/**
 * Replays a ledger in a new folder. Expects the counted figures, the erasure of exactly the due data at each midnight, no
 * sealed part that can be opened at the end, and no trace of the searched texts and keys in any file.
 */
export const replayAndCheck = (
  ledger: Ledger,
  expected: IndependentCounts,
  search: SearchForTraces,
  atMidnight: MidnightAction = noMidnightAction,
): Promise<ReplayOutcome> =>
  withTemporaryFolder(async (folder) => {
    const outcome = await replayInFolder(folder, ledger, expected, atMidnight)
    await expectNothingOpens(folder, outcome.observer)
    expectNoTrace(search(folder, outcome.observer.erasedScopes))
    return outcome
  })
