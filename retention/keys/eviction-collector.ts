import type { ScopeId } from '../../domain/values/ids'

/** Passes evictions on to a thread that holds keys for a while. */
export interface EvictionCollector {
  readonly add: (scopes: ReadonlyArray<ScopeId>) => void
  /** Begins to collect. `take` answers the scopes that were evicted since the last call. One collector at a time. */
  readonly collect: () => { readonly take: () => ReadonlyArray<ScopeId>; readonly end: () => void }
}

/** Keeps nothing while nobody collects. */
export const createEvictionCollector = (): EvictionCollector => {
  let collected: ScopeId[] | undefined
  return {
    add: (scopes) => void collected?.push(...scopes),
    collect: () => {
      collected = []
      return {
        take: () => collected?.splice(0) ?? [],
        end: () => {
          collected = undefined
        },
      }
    },
  }
}
