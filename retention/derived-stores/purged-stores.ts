import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { PartScope } from '../../domain/ports/scope-keys'
import type { PortFailed } from '../erasing/erasing-ports'
import { purgedStoreNames, type StoreOfProcessName } from './derived-store'

/** A store that scopes are purged from. */
export interface PurgeableStore {
  /** Where the store is. What is in memory is evicted at once, also when this process reads an erasure in a log. */
  readonly evict?: (scopes: ReadonlyArray<PartScope>) => void
  /** Removes the rows of scopes from the files of the store. */
  readonly purge?: (scopes: ReadonlyArray<PartScope>) => TaskEither<PortFailed, void>
  /** How many rows or entries of the scopes the store holds: 0 after it was purged. */
  readonly count: (scopes: ReadonlyArray<PartScope>) => number
}

/** Every store of a process that the worker purges. The compiler names one that is missing. */
export type PurgedStores = Readonly<Record<StoreOfProcessName, PurgeableStore>>

/** Removes scopes from everything that this process holds in memory. */
export const evictScopesFromMemory =
  (stores: PurgedStores) =>
  (scopes: ReadonlyArray<PartScope>): void => {
    for (const name of purgedStoreNames) stores[name].evict?.(scopes)
  }

/** Removes the rows of scopes from every file. Stops at the first store that fails. */
export const purgeFromFiles =
  (stores: PurgedStores) =>
  (scopes: ReadonlyArray<PartScope>): TaskEither<PortFailed, void> =>
  async () => {
    for (const name of purgedStoreNames) {
      const purged = await stores[name].purge?.(scopes)()
      if (purged !== undefined && E.isLeft(purged)) return purged
    }
    return E.right(undefined)
  }

/** The stores that still hold something of the scopes: none after they were purged. */
export const storesStillHoldingScopes =
  (stores: PurgedStores) =>
  (scopes: ReadonlyArray<PartScope>): ReadonlyArray<StoreOfProcessName> =>
    purgedStoreNames.filter((name) => stores[name].count(scopes) > 0)
