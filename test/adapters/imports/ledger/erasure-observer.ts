import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { Day } from '../../../../domain/values/day'
import { isLastDayOfMonth } from '../../../../domain/values/month'
import type { Position } from '../../../../domain/ports/event-store'
import type { LogName } from '../../../../domain/event/stream'
import { scopesDeclaredDue, storedEventsAfter, type StoredLogEvent } from '../../../forensic/stored-events'
import { scopesDueAfter, scopesNamedBy } from './independent-due-days'

/** A scope that was not erased on its due day, by the independent computation. */
export interface ErasureDeviation {
  readonly midnight: Day
  readonly what: 'overdue' | 'too early' | 'number of keys differs from living scopes'
  readonly of: string
}

/** Computes due days from the open parts of both logs, without keys, and compares them with the declared erasures. */
export interface ErasureObserver {
  /** Reads the events since the last midnight, up to the end of a day. */
  readonly observe: (day: Day, since: ReadonlyArray<StoredLogEvent>) => void
  readonly deviations: ErasureDeviation[]
  readonly livingScopes: ReadonlySet<string>
  readonly erasedScopes: ReadonlySet<string>
}

export const createErasureObserver = (): ErasureObserver => {
  const due = new Map<string, string>()
  const scopesOfBorrower = new Map<string, ReadonlyArray<string>>()
  const livingScopes = new Set<string>()
  const erasedScopes = new Set<string>()
  const deviations: ErasureDeviation[] = []

  const recordNewScopes = (event: StoredLogEvent): void => {
    const scopes = scopesNamedBy(event)
    if (event.type === 'BorrowerRegistered') scopesOfBorrower.set(scopes[0]!, scopes)
    for (const scope of scopes) livingScopes.add(scope)
    for (const { scope, on } of scopesDueAfter(scopesOfBorrower)(event)) due.set(scope, on)
  }
  const recordErasure = (day: Day, scope: string): void => {
    const on = due.get(scope)
    if (on === undefined || on > day)
      deviations.push({ midnight: day, what: 'too early', of: `${scope} ${on ?? 'never'}` })
    erasedScopes.add(scope)
    livingScopes.delete(scope)
    due.delete(scope)
  }
  const observe: ErasureObserver['observe'] = (day, since) => {
    for (const event of since) recordNewScopes(event)
    for (const scope of scopesDeclaredDue(since)) recordErasure(day, scope)
    for (const [scope, on] of due)
      if (on <= day) deviations.push({ midnight: day, what: 'overdue', of: `${scope} ${on}` })
  }
  return { observe, deviations, livingScopes, erasedScopes }
}

/** Observes a library at each midnight. At the end of a month it also compares the number of keys with that of living scopes. */
export interface LibraryObserver extends Omit<ErasureObserver, 'observe'> {
  readonly midnight: (day: Day) => Promise<void>
  readonly events: ReadonlyArray<StoredLogEvent>
  /** The number of midnights, and of those that closed a month. */
  readonly observed: { midnights: number; months: number }
}

export const observeLibrary = (library: RunningLibrary): LibraryObserver => {
  const readNewEvents = storedEventsAfter(library.useCaseDependencies.commandHandling.stores)
  const positions: Partial<Record<LogName, Position>> = {}
  /** The events of *persons* since the last closed month: at its closing they are shuffled. */
  let thisMonth: ReadonlySet<string> = new Set()
  const events: StoredLogEvent[] = []
  const observed = { midnights: 0, months: 0 }
  const { observe, ...erasureObserver } = createErasureObserver()
  const midnight = async (day: Day): Promise<void> => {
    const read = await readNewEvents(positions)
    const since = read.filter(({ id }) => !thisMonth.has(id))
    const closing = read.findLast(({ log, type }) => log === 'persons' && type === 'MonthClosed')
    for (const { log, position } of read) if (log === 'circulation') positions[log] = position
    if (closing !== undefined) positions.persons = closing.position
    const isSinceClosing = ({ log, position }: StoredLogEvent) =>
      log === 'persons' && position > (positions.persons ?? '')
    thisMonth = new Set(read.filter(isSinceClosing).map(({ id }) => id))
    events.push(...since)
    observe(day, since)
    observed.midnights += 1
    if (!isLastDayOfMonth(day)) return
    observed.months += 1
    const keys = (await library.keyStoreStatus()).living
    const of = `${String(keys)} keys, ${erasureObserver.livingScopes.size} scopes`
    if (keys !== erasureObserver.livingScopes.size)
      erasureObserver.deviations.push({ midnight: day, what: 'number of keys differs from living scopes', of })
  }
  return { ...erasureObserver, midnight, events, observed }
}
