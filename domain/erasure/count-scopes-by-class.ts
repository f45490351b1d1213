import type { ScopeClass } from '../event/scope-class'
import type { DueScope } from './events/erasure-due'

/** How many scopes of each class an `ErasureDue` declares. */
export const countScopesByClass = (scopes: ReadonlyArray<DueScope>): ReadonlyMap<ScopeClass, number> => {
  const counts = new Map<ScopeClass, number>()
  for (const { class: name } of scopes) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
