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

const areSameJson = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && canonicalJson(one) === canonicalJson(other))

/** Whether two values say the same. Of values that are not read, the statuses and the certificates are compared. */
const areSameValues = (one: ReplayedValue | null, other: ReplayedValue | null): boolean => {
  if (one === null || other === null) return one === other
  if (one.status === 'plain') return other.status === 'plain' && areSameJson(one.value, other.value)
  return one.status === other.status && one.class === other.class && certificateOf(one) === certificateOf(other)
}

const certificateOf = (value: ReplayedValue) => (value.status === 'erased' ? value.certificate : null)

const keyOf = ({ name, of }: ReplayFact): string => `${name} ${of ?? ''}`

const valuesByKey = (facts: ReadonlyArray<ReplayFact>): ReadonlyMap<string, ReplayedValue> =>
  new Map(facts.map((fact) => [keyOf(fact), fact.value]))

/** The facts in which two states differ: those of the earlier state first, then what is new. */
export const changesBetween =
  (before: ReadonlyArray<ReplayFact>) =>
  (after: ReadonlyArray<ReplayFact>): ReadonlyArray<FactChange> => {
    const earlier = valuesByKey(before)
    const later = valuesByKey(after)
    const changed = before.flatMap((fact): ReadonlyArray<FactChange> => {
      const value = later.get(keyOf(fact)) ?? null
      return areSameValues(fact.value, value)
        ? []
        : [{ name: fact.name, of: fact.of, before: fact.value, after: value }]
    })
    const added = after
      .filter((fact) => !earlier.has(keyOf(fact)))
      .map(({ name, of, value }): FactChange => ({ name, of, before: null, after: value }))
    return [...changed, ...added]
  }
