import { HeldClass } from '../../domain/hold/holdable-class'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'

/** The legal holds, as the retention worker needs them. */
export interface LegalHolds {
  /** How many holds stand. */
  readonly count: number
  /** What must not be erased: the held scopes, their borrowers, and the scopes of the holds. */
  readonly scopes: ReadonlySet<ScopeId>
  /** The scopes of holds that ended yesterday or today: they can be erased today at the earliest, so they are not late. */
  readonly endedLately: ReadonlySet<ScopeId>
  /** Holds that may stand and cannot be read. Nothing that they may name is erased meanwhile. */
  readonly unreadable: number
}

export const noLegalHolds: LegalHolds = { count: 0, scopes: new Set(), endedLately: new Set(), unreadable: 0 }

/** Legal holds cannot be read, so nothing that they may name is erased. */
export interface HoldsAreUnreadable {
  readonly _tag: 'HoldsAreUnreadable'
  readonly holds: number
}

/**
 * Whether a legal hold stops the erasure of a scope. While a hold cannot be read, it may name any scope that can be held,
 * so it stops all of these, and the scopes of holds.
 */
export const isUnderLegalHold =
  ({ scopes, unreadable }: LegalHolds) =>
  ({ scope, class: name }: { readonly scope: ScopeId; readonly class: ScopeClass }): boolean =>
    scopes.has(scope) || (unreadable > 0 && (HeldClass.is(name) || name === 'hold'))
