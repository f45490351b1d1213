import type { System } from '../../../../adapters/processes/running/system'
import type { Day } from '../../../../domain/values/day'
import { endsItsMonth } from '../../../../domain/values/month'
import type { Position } from '../../../../domain/ports/event-store'
import type { LogName } from '../../../../domain/event/stream'
import { erasedIn, eventsAfter, type Stored } from '../../../forensic/stored'
import { dueBy, namedBy } from './independent-due'

/** A scope that was not forgotten on its day, by the independent count. */
export interface Amiss {
  readonly midnight: Day
  readonly what: 'overdue' | 'too early' | 'keys that are not those of the living'
  readonly of: string
}

/** Somebody without a key, who counts from the open parts of both logs what is due, and sees what is forgotten. */
export interface Counting {
  /** Takes what the logs have got since the last midnight, up to the end of a day. */
  readonly take: (over: Day, since: ReadonlyArray<Stored>) => void
  readonly amiss: Amiss[]
  readonly alive: ReadonlySet<string>
  readonly erased: ReadonlySet<string>
}

export const counting = (): Counting => {
  const due = new Map<string, string>()
  const livingIn = new Map<string, ReadonlyArray<string>>()
  const alive = new Set<string>()
  const erased = new Set<string>()
  const amiss: Amiss[] = []

  const name = (event: Stored): void => {
    const scopes = namedBy(event)
    if (event.type === 'BorrowerRegistered') livingIn.set(scopes[0]!, scopes)
    for (const scope of scopes) alive.add(scope)
    for (const { scope, on } of dueBy(livingIn)(event)) due.set(scope, on)
  }
  const forget = (over: Day, scope: string): void => {
    const on = due.get(scope)
    if (on === undefined || on > over)
      amiss.push({ midnight: over, what: 'too early', of: `${scope} ${on ?? 'never'}` })
    erased.add(scope)
    alive.delete(scope)
    due.delete(scope)
  }
  const take: Counting['take'] = (over, since) => {
    for (const event of since) name(event)
    for (const scope of erasedIn(since)) forget(over, scope)
    for (const [scope, on] of due) if (on <= over) amiss.push({ midnight: over, what: 'overdue', of: `${scope} ${on}` })
  }
  return { take, amiss, alive, erased }
}

/** Counts at each midnight of a library; at a month's closing, also whether each living scope has a key, and no other. */
export interface Watch extends Omit<Counting, 'take'> {
  readonly midnight: (over: Day) => Promise<void>
  readonly events: ReadonlyArray<Stored>
  /** So many midnights, and among them so many at which a month was closed. */
  readonly seen: { midnights: number; months: number }
}

export const watching = (system: System): Watch => {
  const read = eventsAfter(system.library.desk.stores)
  const places: Partial<Record<LogName, Position>> = {}
  const events: Stored[] = []
  const seen = { midnights: 0, months: 0 }
  const { take, ...counted } = counting()
  const midnight = async (over: Day): Promise<void> => {
    const since = await read(places)
    for (const { log, position } of since) places[log] = position
    events.push(...since)
    take(over, since)
    seen.midnights += 1
    if (!endsItsMonth(over)) return
    seen.months += 1
    const keys = (await system.keysStatus())['living']
    const of = `${String(keys)} keys, ${counted.alive.size} scopes`
    if (keys !== counted.alive.size)
      counted.amiss.push({ midnight: over, what: 'keys that are not those of the living', of })
  }
  return { ...counted, midnight, events, seen }
}
