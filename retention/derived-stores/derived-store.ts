import type { ScopeClass } from '../../domain/event/scope-class'

/**
 * What a column holds:
 * - `open`: names no person.
 * - `purgedWith`: the id of a scope of this class; the row is purged with the scope.
 * - `personal`: names a person or says something of one, and is readable.
 * - `sealed`: the same, encrypted with the keys of its scopes.
 * - `sealedInEpoch`: the same, under a key of an epoch of the ring.
 * - `wrappedKey`: a scope's key, wrapped.
 */
export type ColumnContent =
  'open' | 'personal' | 'sealed' | 'sealedInEpoch' | 'wrappedKey' | { readonly purgedWith: ScopeClass | 'any class' }

/** The stores of a process that a scope is purged from, and counted in, by the worker. */
export const purgedStoreNames = [
  'read models',
  'keys in memory',
  'plaintext of sealed events',
  'opened events',
  'states of aggregates',
  'outbox',
  'mails for Digital Post',
  'files of recordings',
] as const

export type StoreOfProcessName = (typeof purgedStoreNames)[number]

/** The worker also purges and counts in the store that all processes share. */
export type PurgedStoreName = StoreOfProcessName | 'short-term store'

/** How what a store holds of a scope is erased. */
export type ErasureMethodOfStore =
  /** The worker purges the scope from this store, and certifies only when the store counts nothing of it. */
  | { readonly _tag: 'Purged'; readonly from: PurgedStoreName }
  /** What it holds is encrypted, or is the wrapped key itself: the worker destroys the key. */
  | { readonly _tag: 'KeyDestroyed' }
  /** It holds something personal only until then; no purge is needed. */
  | { readonly _tag: 'Ends'; readonly when: string }
  | { readonly _tag: 'NamesNobody' }

export const notErasedAsNobodyIsNamed: ErasureMethodOfStore = { _tag: 'NamesNobody' }
export const erasureByKeyDestruction: ErasureMethodOfStore = { _tag: 'KeyDestroyed' }
export const erasedByPurgeFrom = (from: PurgedStoreName): ErasureMethodOfStore => ({ _tag: 'Purged', from })
export const erasedWithoutPurgeWhen = (when: string): ErasureMethodOfStore => ({ _tag: 'Ends', when })

/** A table of a database, with every column and every index. */
export interface DeclaredTable {
  readonly name: string
  readonly columns: Readonly<Record<string, ColumnContent>>
  /** The columns of each index, by its name. Indexes that the database makes by itself for a key are left out. */
  readonly indexes: Readonly<Record<string, ReadonlyArray<string>>>
  readonly erasure: ErasureMethodOfStore
}

/** A database, with every table. */
export interface DeclaredDatabase {
  /** A path in the data folder, or a schema of PostgreSQL. */
  readonly name: string
  readonly tables: ReadonlyArray<DeclaredTable>
}

/** A file that is no database, or a sink of lines. */
export interface DeclaredFileStore {
  /** A path in the data folder, or what it is where the path is chosen by somebody. */
  readonly name: string
  readonly holds: string
  readonly erasure: ErasureMethodOfStore
}

/** Something that a process holds in memory for longer than one call: a cache, a queue, a list. */
export interface DeclaredMemoryStore {
  readonly name: string
  readonly kind: 'cache' | 'queue' | 'list'
  readonly holds: string
  readonly erasure: ErasureMethodOfStore
  /** The variables in which it is, each as `file#variable`. */
  readonly variables: ReadonlyArray<string>
}

/** Every store of what is derived from events, and of the events themselves. */
export interface DeclaredStores {
  readonly databases: ReadonlyArray<DeclaredDatabase>
  readonly files: ReadonlyArray<DeclaredFileStore>
  readonly memory: ReadonlyArray<DeclaredMemoryStore>
}
