import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeDueAtDay } from './due-scopes-fold'

/** How many scopes of a class were due, and how many of these are declared due since. */
export interface DueOfClass {
  readonly due: number
  readonly erased: number
}

/** Counts the scopes of each class that has any, by the name of the class in alphabetical order. */
export const countDueByClass = (
  due: ReadonlyArray<ScopeDueAtDay>,
): ReadonlyArray<readonly [ScopeClass, DueOfClass]> => {
  const counts = new Map<ScopeClass, DueOfClass>()
  for (const { class: name, declaredOn } of due) {
    const before = counts.get(name) ?? { due: 0, erased: 0 }
    counts.set(name, { due: before.due + 1, erased: before.erased + (declaredOn === null ? 0 : 1) })
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
}
