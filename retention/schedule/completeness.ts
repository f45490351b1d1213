import type { ScopeId } from '../../domain/values/ids'

/** What the logs and the key store say, as sets of scopes. */
export interface Accounts {
  /** Named by an event of the logs. */
  readonly named: ReadonlySet<ScopeId>
  /** Due, by the logs' open parts alone. */
  readonly due: ReadonlySet<ScopeId>
  /** With a certificate. */
  readonly erased: ReadonlySet<ScopeId>
  /** With a living key in the key store. */
  readonly held: ReadonlySet<ScopeId>
}

/** All three lists are empty when everything due is gone and nothing else is. By scope id. */
export interface Completeness {
  /** Due or erased, and still with a key. */
  readonly overdue: ReadonlyArray<ScopeId>
  /** With a key, and named by no event. */
  readonly orphans: ReadonlyArray<ScopeId>
  /** Named, and neither with a key nor erased. */
  readonly lost: ReadonlyArray<ScopeId>
}

/** Compares what is due with the keys that are still there, in both directions. */
export const completeness = ({ named, due, erased, held }: Accounts): Completeness => ({
  overdue: [...held].filter((scope) => due.has(scope) || erased.has(scope)).sort(),
  orphans: [...held].filter((scope) => !named.has(scope)).sort(),
  lost: [...named].filter((scope) => !held.has(scope) && !erased.has(scope)).sort(),
})
