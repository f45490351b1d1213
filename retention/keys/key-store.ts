import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { CertificateId, ScopeId } from '../../domain/values/ids'
import type { StoreBusy } from '../../domain/ports/event-store'
import type { PartScope, Unavailable } from '../../domain/ports/scope-keys'
import type { Epoch, LibraryId } from './kek-ring'
import type { KeyRow, LivingKeyRow } from './key-row'

/** These scopes have a row already, living or fenced. No row was written. */
export interface KeyRowExistsError {
  readonly _tag: 'Exists'
  readonly scopes: ReadonlyArray<ScopeId>
}

/** The epoch of a row is older than the oldest in which keys are inserted: wrap them in the current epoch. No row was written. */
export interface EpochIsRetired {
  readonly _tag: 'EpochIsRetired'
}

/** A reader prevented the emptying of the write-ahead log: bytes of destroyed keys may still be on the disk. Try again. */
export interface CheckpointBusy {
  readonly _tag: 'CheckpointBusy'
}

export interface KeyCount {
  readonly living: number
  readonly fenced: number
}

/** The store of wrapped keys. Every call is one short transaction. Nothing in it tells in which order keys were made. */
export interface KeyStore {
  readonly library: LibraryId
  /**
   * Makes the rows durable, all or none. Concurrent calls may share one commit; a failed call does not affect the
   * others. StoreBusy when too many calls wait for the disk. The store keeps copies: the caller wipes the rows.
   */
  readonly insert: (
    rows: ReadonlyArray<LivingKeyRow>,
  ) => TaskEither<KeyRowExistsError | EpochIsRetired | Unavailable | StoreBusy, void>
  /** The rows of these scopes, in any order; a scope without a row is left out. The caller wipes their wrapped keys. */
  readonly read: (scopes: ReadonlyArray<ScopeId>) => TaskEither<Unavailable, ReadonlyArray<KeyRow>>
  /**
   * Destroys the wrapped keys and fences the scopes, also those without a row, durably and in one transaction.
   * Idempotent. A scope that was fenced under another certificate gets this one: which run erased a scope is decided by the
   * log, and not by a row that may be of another log. A row of *persons* loses its epoch, which would tell the day.
   */
  readonly fence: (scopes: ReadonlyArray<PartScope>, certificate: CertificateId) => TaskEither<Unavailable, void>
  /**
   * Moves all writes into the file and empties the write-ahead log, so that destroyed bytes are on no disk, and overwrites
   * those that the store has in memory.
   */
  readonly checkpointTruncate: TaskEither<CheckpointBusy | Unavailable, void>
  /** At most `limit` rows with a scope id after the given one, sorted by scope id. */
  readonly page: (after: ScopeId | undefined, limit: number) => TaskEither<Unavailable, ReadonlyArray<KeyRow>>
  /** At most `limit` living rows with a scope id after the given one, sorted by scope id. */
  readonly livingPage: (after: ScopeId | undefined, limit: number) => TaskEither<Unavailable, ReadonlyArray<KeyRow>>
  /** The scopes of at most `limit` living rows with a scope id after the given one, sorted by scope id. Reads no key. */
  readonly livingScopes: (
    after: ScopeId | undefined,
    limit: number,
  ) => TaskEither<Unavailable, ReadonlyArray<PartScope>>
  /**
   * Replaces the living rows of these scopes in one transaction; a row that was fenced meanwhile stays fenced. Where
   * several processes use the store, a row that is of a newer epoch meanwhile stays too.
   */
  readonly replace: (rows: ReadonlyArray<LivingKeyRow>) => TaskEither<Unavailable, void>
  /**
   * Rewrites all rows, so that no bytes of replaced and destroyed keys are left in the files of the store. Absent where
   * they are overwritten in their place. Calls about the rows that are being rewritten wait; others go on.
   */
  readonly rewrite?: TaskEither<Unavailable, void>
  /** Deletes the living rows of scopes that no event names. */
  readonly remove: (scopes: ReadonlyArray<ScopeId>) => TaskEither<Unavailable, void>
  readonly count: TaskEither<Unavailable, KeyCount>
  /** The oldest epoch of a living row; undefined when there is none. */
  readonly oldestEpoch: TaskEither<Unavailable, Epoch | undefined>
  /**
   * Refuses from now on, durably, to insert a row of an older epoch. When it answers, no insert of such a row is under
   * way. The oldest epoch never goes back.
   */
  readonly refuseEpochsBefore: (epoch: Epoch) => TaskEither<Unavailable, void>
  /** Writes durably and removes it again, to find out whether inserts succeed. Absent where `count` tells it. */
  readonly probeWrite?: TaskEither<Unavailable, void>
  readonly close: Task<void>
}
