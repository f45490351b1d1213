import type { ScopeId } from '../../domain/values/ids'

/** Sets of scopes from the logs and the key store. */
interface CompletenessInput {
  /** Named by an event of the logs. */
  readonly named: ReadonlySet<ScopeId>
  /** Due, computed from the open parts of the logs. */
  readonly due: ReadonlySet<ScopeId>
  /** With a certificate. */
  readonly erased: ReadonlySet<ScopeId>
  /** With a living key in the key store. */
  readonly withKey: ReadonlySet<ScopeId>
}

/** Sorted by scope id. All three lists are empty when every due scope has lost its key, and no other scope has. */
interface CompletenessReport {
  /** Due or erased, but with a living key. */
  readonly overdue: ReadonlyArray<ScopeId>
  /** With a living key, but named by no event. */
  readonly orphans: ReadonlyArray<ScopeId>
  /** Named, but neither with a living key nor erased. */
  readonly lost: ReadonlyArray<ScopeId>
}

/** Compares the due and erased scopes with the living keys, in both directions. */
export const checkCompleteness = ({ named, due, erased, withKey }: CompletenessInput): CompletenessReport => ({
  overdue: [...withKey].filter((scope) => due.has(scope) || erased.has(scope)).sort(),
  orphans: [...withKey].filter((scope) => !named.has(scope)).sort(),
  lost: [...named].filter((scope) => !withKey.has(scope) && !erased.has(scope)).sort(),
})
