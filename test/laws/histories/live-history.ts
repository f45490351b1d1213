import { DayClosed } from '../../../domain/calendar/events/day-closed'
import { MonthClosed } from '../../../domain/calendar/events/month-closed'
import type { DomainEvent, EventWithMetadata } from '../../../domain/event/domain-event'
import { logNames, type LogName } from '../../../domain/event/stream'
import { addDays, type Day } from '../../../domain/values/day'
import { isLastDayOfMonth, monthOf } from '../../../domain/values/month'
import type { ReadModelStore } from '../../../projections/read-model/read-model-store'
import { eraseScopesOf, idsWithChildScopes, toScopesToPurge } from '../../arbitrary/history/erase-scopes-of-history'
import type { History } from '../../arbitrary/history/arbitrary-history'
import { inMemoryReadModels, withMetadataIn } from '../../fixtures/in-memory-read-models'
import { makeInMemoryLibrary, type InMemoryLibrary } from '../../retention/in-memory-library'
import { promisedEnds } from './promised-ends'

/** A history that is lived day by day: what was recorded, what the library has erased, and what the promises say. */
export interface LivedHistory {
  readonly history: History
  readonly library: InMemoryLibrary
  /** The read models, from which each night what was erased is purged. */
  readonly live: ReadModelStore
  /** All events that were recorded, as they were. */
  readonly recorded: EventWithMetadata[]
  /** By scope, the day with whose closing it goes. */
  readonly ends: Map<string, { end?: Day; latest?: Day }>
  /** The scopes that the library has erased, and those of their borrowers' records with them. */
  gone: ReadonlySet<string>
}

/** What the library writes by itself: the histories have examples of it, and this library writes its own. */
const ofLibrary: ReadonlySet<string> = new Set(['DayClosed', 'MonthClosed', 'ErasureDue', 'ScopesErased'])

const earlier = (one: Day | undefined, other: Day): Day => (one !== undefined && one < other ? one : other)

const noteEnds = ({ ends }: LivedHistory, event: DomainEvent, on: Day): void => {
  for (const { scope, kind, day } of promisedEnds(event, on)) {
    const known = ends.get(scope) ?? {}
    ends.set(scope, kind === 'end' ? { ...known, end: earlier(known.end, day) } : { ...known, latest: day })
  }
}

/** The day with whose closing a scope goes by the promises; undefined while nothing has ended it. */
export const lastDayOf = ({ ends, history }: LivedHistory, scope: string): Day | undefined => {
  const own = ends.get(scope)
  const known = history.scopes.find((one) => one.scope === scope)
  const inStream = known?.borrower !== undefined && classesInStreamOfBorrower.has(known.class)
  const ofBorrower = inStream && known.borrower !== scope ? ends.get(known.borrower) : undefined
  const days = [own?.end, own?.latest, ofBorrower?.end, ofBorrower?.latest].filter((day) => day !== undefined)
  return days.sort()[0]
}

const classesInStreamOfBorrower: ReadonlySet<string> = new Set([
  ...['identity', 'preference', 'contact', 'card', 'pin', 'block', 'absence', 'note', 'guardian', 'history', 'view'],
])

const streamOf = ({ open }: DomainEvent, log: LogName): string =>
  log === 'persons' ? `borrower-${String((open as { readonly borrower?: string }).borrower)}` : 'copy-1'

const isOfErasedBorrower = ({ history, gone }: LivedHistory, event: DomainEvent): boolean => {
  const open: Readonly<Record<string, unknown>> = event.open
  const ids = new Set(Object.keys(event.sealed).map((name) => String(open[name])))
  const borrowers = history.scopes.filter(({ scope }) => ids.has(scope)).map(({ borrower }) => borrower)
  return [...borrowers, open['borrower']].some((borrower) => typeof borrower === 'string' && gone.has(borrower))
}

/** Records what happens on a day. Nothing more is recorded of a borrower who is erased. */
const recordDay = (lived: LivedHistory, day: Day): void => {
  const { history, library, live, recorded } = lived
  for (const log of logNames)
    history[log].forEach((event, at) => {
      if (history.days[log][at] !== day || ofLibrary.has(event.type) || isOfErasedBorrower(lived, event)) return
      library.record(log, streamOf(event, log), event)
      noteEnds(lived, event, day)
      const from = recorded.filter(({ metadata }) => metadata.log === log).length
      const [dated] = withMetadataIn(log, day, from)([event])
      recorded.push(dated!)
      live.foldEvents([eraseScopesOf(lived.gone)(dated!)])
    })
}

const closeDay = (library: InMemoryLibrary): void => {
  const over = library.today
  library.today = addDays(1)(over)
  if (isLastDayOfMonth(over))
    for (const log of logNames) library.record(log, `month-${monthOf(over)}`, MonthClosed({ month: monthOf(over) }, {}))
  library.record('circulation', `day-${over}`, DayClosed({ day: over }, {}))
}

/** Closes the days before a day, and erases what fell due with them. */
const passTo = async (lived: LivedHistory, day: Day): Promise<void> => {
  const { history, library, live } = lived
  while (library.today < day) closeDay(library)
  await library.runWorker()
  const erased = new Set<string>(library.erasedScopes())
  const chosen = history.scopes.filter(({ scope }) => erased.has(scope))
  live.purge(toScopesToPurge(chosen.filter(({ scope }) => !lived.gone.has(scope))))
  lived.gone = idsWithChildScopes(history)(chosen)
}

/** The days before a day on which something goes, and those after: on them too the library is looked at. */
const daysOfEndsUntil = ({ ends, library }: LivedHistory, day: Day): ReadonlyArray<Day> => {
  const days = [...ends.values()].flatMap(({ end, latest }) => [end, latest]).filter((one) => one !== undefined)
  const around = new Set(days.flatMap((one) => [one, addDays(1)(one)]))
  return [...around].filter((one) => library.today < one && one < day).sort()
}

/**
 * Lives a history, and `daysAfter` days more. Calls `atMidnight` when the days before a day are closed on which something
 * happens or goes.
 */
export const liveHistory = async (
  history: History,
  daysAfter: number,
  atMidnight: (lived: LivedHistory) => void,
): Promise<LivedHistory> => {
  const days = [...new Set([...history.days.circulation, ...history.days.persons])].sort()
  const library = makeInMemoryLibrary(days[0]!)
  const lived: LivedHistory = {
    ...{ history, library, live: inMemoryReadModels(), recorded: [], ends: new Map(), gone: new Set<string>() },
  }
  for (const day of [...days, addDays(daysAfter)(days.at(-1)!)]) {
    for (const next of [...daysOfEndsUntil(lived, day), day]) {
      await passTo(lived, next)
      atMidnight(lived)
    }
    recordDay(lived, day)
  }
  return lived
}
