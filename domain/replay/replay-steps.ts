import { canonicalJson } from '../event/canonical-json'
import type { EventToReplay } from './event-to-replay'
import type { ReplayedValue } from './replayed-value'
import type { FactName, ReplayFact } from './replay-fact'

/** What an event, or the time between two days, changed. Null: the fact was not there. */
export interface FactChange {
  readonly name: FactName
  readonly of: string | null
  readonly before: ReplayedValue | null
  readonly after: ReplayedValue | null
}

/** One event of a replay, and what it changed: computed when it is asked for, because a long queue has many facts. */
export interface ReplayStep {
  readonly event: EventToReplay
  readonly changes: () => ReadonlyArray<FactChange>
}

const keyOf = ({ name, of }: ReplayFact): string => `${name} ${of ?? ''}`

/** The facts in which two states differ: those of the earlier state first, then what is new. */
export const changesBetween =
  (before: ReadonlyArray<ReplayFact>) =>
  (after: ReadonlyArray<ReplayFact>): ReadonlyArray<FactChange> => {
    const earlier = new Map(before.map((fact) => [keyOf(fact), fact]))
    const later = new Map(after.map((fact) => [keyOf(fact), fact]))
    return [...new Map([...earlier, ...later])].flatMap(([key, { name, of }]) => {
      const change = { name, of, before: earlier.get(key)?.value ?? null, after: later.get(key)?.value ?? null }
      return canonicalJson(change.before) === canonicalJson(change.after) ? [] : [change]
    })
  }
