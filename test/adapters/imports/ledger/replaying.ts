import type { ImportSummary } from '../../../../adapters/imports/ledger/telling/summary'
import type { Ledger } from '../../../../adapters/imports/ledger/reading/read-ledger'
import type { System } from '../../../../adapters/processes/running/system'
import type { Day } from '../../../../domain/values/day'
import { everyLivingKey } from '../../../forensic/attack/every-living-key'
import type { Trace } from '../../../forensic/traces'
import { openIn, withFolder } from '../../../fixtures/system'
import { beginningOf, importInto, summaryOf } from './importing'
import { expectCounted, expectForgotten, expectNoKeys, expectSameMonths } from './expectations'
import type { Counted } from './independent-count'
import type { Search } from './searching'
import { watching, type Watch } from './watching'

/** What else to do at a midnight, the folder being open. */
export type AtMidnight = (system: System, folder: string, watch: Watch) => (over: Day) => Promise<void>

export const nothingElse: AtMidnight = () => () => Promise.resolve()

export interface Replayed {
  readonly summary: ImportSummary
  readonly watch: Watch
}

const expectNoTrace = (traces: ReadonlyArray<Trace>): void => {
  expect(traces).toEqual([])
}

/** That nothing can be opened with all keys that a folder still has, whatever the logs say of them. */
const expectNothingOpens = async (folder: string, { events }: Watch): Promise<void> => {
  expect(events.filter(({ sealed }) => sealed.length > 0).length).toBeGreaterThan(100)
  const insider = await everyLivingKey(folder, events)
  await insider.close()
  expect(insider.parts.map(({ event, scope }) => [event.type, scope])).toEqual([])
}

const expectForgottenToTheDay = ({ amiss, seen, erased }: Watch, summary: ImportSummary): void => {
  expect(amiss.slice(0, 10)).toEqual([])
  expect(seen.midnights).toBe(summary.daysSimulated)
  expect(erased.size).toBe(Object.values(summary.erasedScopes).reduce((sum, count) => sum + count, 0))
}

const replayIn = async (folder: string, ledger: Ledger, counted: Counted, atMidnight: AtMidnight) => {
  const system = await openIn(folder, { startOn: beginningOf(ledger), inBulk: true })
  const watch = watching(system)
  const alsoDo = atMidnight(system, folder, watch)
  const midnight = async (over: Day): Promise<void> => {
    await watch.midnight(over)
    await alsoDo(over)
  }
  const summary = summaryOf(await importInto(system, ledger, { day: () => undefined, midnight }))
  expectForgottenToTheDay(watch, summary)
  expectCounted(summary, counted)
  expectSameMonths(system, counted)
  expectForgotten(summary)
  expectNoKeys(summary)
  await system.close()
  return { summary, watch }
}

/**
 * Replays a ledger in a folder of its own, and expects that it comes to what was counted; that at each midnight exactly
 * what was due is forgotten; that in the end nothing opens; and that what is searched for stands in no file.
 */
export const replay = (
  ledger: Ledger,
  counted: Counted,
  search: Search,
  atMidnight: AtMidnight = nothingElse,
): Promise<Replayed> =>
  withFolder(async (folder) => {
    const replayed = await replayIn(folder, ledger, counted, atMidnight)
    await expectNothingOpens(folder, replayed.watch)
    expectNoTrace(search(folder, replayed.watch.erased))
    return replayed
  })
