import type { ScopeId } from '../../domain/values/ids'
import type { MonotonicClock } from '../../domain/ports/clocks'

/** How long after its creation a key may be named by its first event, in ms. A key unnamed for a day is destroyed. */
export const maxKeyAgeAtFirstNamingMs = 3_600_000

/** How long a created key is tracked, in ms. By then an unnamed key has been destroyed as an orphan. */
const trackedForMs = 3 * 86_400_000

/** The keys that this process created and that no known event names. */
export interface UnnamedKeyTracker {
  readonly markCreated: (scopes: ReadonlyArray<ScopeId>) => void
  readonly markNamed: (scopes: ReadonlyArray<ScopeId>) => void
  /** Created so long ago that it must not be named any more: it may be destroyed at any moment. */
  readonly isStale: (scope: ScopeId) => boolean
  /** Created so recently that an event may still name it. */
  readonly isFresh: (scope: ScopeId) => boolean
  /** Created within the last three days, and named by no known event: the worker destroys it as an orphan by then. */
  readonly isUnnamed: (scope: ScopeId) => boolean
}

export const createUnnamedKeyTracker = (clock: MonotonicClock): UnnamedKeyTracker => {
  const createdAt = new Map<ScopeId, number>()
  const age = (scope: ScopeId): number | undefined => {
    const made = createdAt.get(scope)
    return made === undefined ? undefined : clock.elapsed() - made
  }
  const prune = (now: number): void => {
    for (const [scope, made] of createdAt) {
      if (now - made < trackedForMs) return
      createdAt.delete(scope)
    }
  }
  return {
    markCreated: (scopes) => {
      const now = clock.elapsed()
      prune(now)
      for (const scope of scopes) createdAt.set(scope, now)
    },
    markNamed: (scopes) => {
      for (const scope of scopes) createdAt.delete(scope)
    },
    isStale: (scope) => (age(scope) ?? 0) > maxKeyAgeAtFirstNamingMs,
    isFresh: (scope) => (age(scope) ?? Infinity) <= maxKeyAgeAtFirstNamingMs,
    isUnnamed: (scope) => (age(scope) ?? Infinity) <= trackedForMs,
  }
}
