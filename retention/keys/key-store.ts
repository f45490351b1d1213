import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { CertificateId, ScopeId } from '../../domain/values/ids'
import type { StoreBusy } from '../../domain/ports/event-store'
import type { Part, Unavailable } from '../../domain/ports/keys'
import type { LibraryId } from './kek-ring'
import type { KeyRow, LivingRow } from './key-row'

/** Some of the scopes have a row already, living or fenced. No row was written. */
export interface Exists {
  readonly _tag: 'Exists'
  readonly scopes: ReadonlyArray<ScopeId>
}

/** A reader kept the log of writes from being emptied: bytes of destroyed keys may still be on the disk. Try again. */
export interface CheckpointBusy {
  readonly _tag: 'CheckpointBusy'
}

export interface KeyCount {
  readonly living: number
  readonly fenced: number
}

/** Wrapped keys and nothing else. Every call is one short transaction; nothing here tells an order of making. */
export interface KeyStore {
  readonly library: LibraryId
  /**
   * Makes the rows durable, all or none. Callers at the same time share one commit, and none hurts another. StoreBusy
   * when too many of them wait for the disk.
   */
  readonly insert: (rows: ReadonlyArray<LivingRow>) => TaskEither<Exists | Unavailable | StoreBusy, void>
  /** The rows of these scopes, in any order; a scope without a row is left out. */
  readonly read: (scopes: ReadonlyArray<ScopeId>) => TaskEither<Unavailable, ReadonlyArray<KeyRow>>
  /**
   * Destroys the wrapped keys and fences the scopes, also those without a row, durably and in one transaction.
   * Idempotent: a scope keeps the certificate under which it was fenced first.
   */
  readonly fence: (scopes: ReadonlyArray<Part>, certificate: CertificateId) => TaskEither<Unavailable, void>
  /** Moves everything into the file and empties the log of writes, so that destroyed bytes are on no disk. */
  readonly checkpointTruncate: TaskEither<CheckpointBusy | Unavailable, void>
  /** At most so many rows in the order of scope ids, after the given one. */
  readonly page: (after: ScopeId | undefined, limit: number) => TaskEither<Unavailable, ReadonlyArray<KeyRow>>
  /** Puts these in place of living rows of the same scopes, in one transaction; a row fenced meanwhile stays fenced. */
  readonly replace: (rows: ReadonlyArray<LivingRow>) => TaskEither<Unavailable, void>
  /** Removes living rows altogether: for keys that no event names. */
  readonly remove: (scopes: ReadonlyArray<ScopeId>) => TaskEither<Unavailable, void>
  readonly count: TaskEither<Unavailable, KeyCount>
  readonly close: Task<void>
}
