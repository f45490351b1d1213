import type { ScopeId } from '../../domain/values/ids'
import type { MachineClock } from '../../domain/ports/clocks'

/** How long after its making a key may be named by its first event, in ms. A key unnamed for a day is destroyed. */
export const longestUnnamed = 3_600_000

/** After so long, in ms, an unnamed key has been destroyed as an orphan, and there is nothing left to guard. */
const forgotten = 3 * 86_400_000

/** The keys that this process made and that no event is known to name. */
export interface UnnamedKeys {
  readonly made: (scopes: ReadonlyArray<ScopeId>) => void
  readonly named: (scopes: ReadonlyArray<ScopeId>) => void
  /** Made too long ago to be named now: it may be destroyed at any moment. */
  readonly isStale: (scope: ScopeId) => boolean
  /** Made so lately that an event may still name it. */
  readonly isFresh: (scope: ScopeId) => boolean
}

export const makeUnnamedKeys = (clock: MachineClock): UnnamedKeys => {
  const since = new Map<ScopeId, number>()
  const age = (scope: ScopeId): number | undefined => {
    const made = since.get(scope)
    return made === undefined ? undefined : clock.elapsed() - made
  }
  const prune = (now: number): void => {
    for (const [scope, made] of since) {
      if (now - made < forgotten) return
      since.delete(scope)
    }
  }
  return {
    made: (scopes) => {
      const now = clock.elapsed()
      prune(now)
      for (const scope of scopes) since.set(scope, now)
    },
    named: (scopes) => {
      for (const scope of scopes) since.delete(scope)
    },
    isStale: (scope) => (age(scope) ?? 0) > longestUnnamed,
    isFresh: (scope) => (age(scope) ?? Infinity) <= longestUnnamed,
  }
}
