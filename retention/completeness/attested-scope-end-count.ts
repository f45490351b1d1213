import type { ScopeClass } from '../../domain/event/scope-class'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { OpenPartOfEvent } from '../schedule/open-part-of-event'

/** How many scopes of an attested class one type of event ended in one month. */
export interface AttestedScopeEndCount {
  readonly class: ScopeClass
  readonly event: string
  /** `YYYY-MM`: the month of recording. */
  readonly month: string
  readonly ends: number
}

/**
 * Counts the ends of attested classes: those that nobody can compute from open parts (design: deletion classes). The log
 * states them; an auditor compares the counts with what the library says.
 */
export const createAttestedEndCounter = (classes: DeletionClasses) => {
  const counts = new Map<string, AttestedScopeEndCount>()
  const attested = new Map(
    Object.values(classes)
      .filter(({ provedBy }) => provedBy === 'attested')
      .flatMap(({ class: name, endedBy }) => endedBy.map(({ event }) => [event as string, name] as const)),
  )
  return {
    count: ({ type, metadata }: OpenPartOfEvent): void => {
      const name = attested.get(type)
      if (name === undefined) return
      const month = metadata.recorded.slice(0, 7)
      const key = `${month} ${name} ${type}`
      counts.set(key, { class: name, event: type, month, ends: (counts.get(key)?.ends ?? 0) + 1 })
    },
    /** Sorted by month, class and event. */
    ends: (): ReadonlyArray<AttestedScopeEndCount> =>
      [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, ends]) => ends),
  }
}
