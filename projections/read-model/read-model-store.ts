import type { Either } from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventWithMetadata } from '../../domain/event/domain-event'
import type { LogName } from '../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../domain/ports/event-store'
import type { ScopeToPurge } from './row-changes-to-purge-scopes'
import type { ReadModelRows } from './read-model-rows'

/**
 * The store of the rows of all read models: disposable, and local to a process. Folded events are readable at once. Rows
 * and checkpoints are durable together with the next commit; after a crash the events are folded again.
 *
 * StoreUnavailable: the disk or the file failed. Uncommitted rows and checkpoints are undone.
 */
export interface ReadModelStore {
  readonly rows: ReadModelRows
  /** The position that all read models have passed in a log; undefined when one of them has read nothing yet. */
  readonly checkpoint: (log: LogName) => Position | undefined
  /**
   * Folds events of a log, in the order of the log. A read model ignores events that it has passed already. Then removes
   * the rows of scopes that were purged since the events were opened.
   */
  readonly foldEvents: (
    events: ReadonlyArray<EventWithMetadata>,
    purgedSinceOpened?: ReadonlyArray<ScopeToPurge>,
  ) => Either<StoreUnavailable, void>
  readonly commit: () => Either<StoreUnavailable, void>
  /** Resolves when events can be folded without waiting for the disk. */
  readonly settled: Task<void>
  /**
   * Removes every row of the scopes, commits, and empties the write-ahead log, so that no file of the store holds them.
   * StoreUnavailable when a reader prevents the emptying: call it again.
   */
  readonly purge: (scopes: ReadonlyArray<ScopeToPurge>) => Either<StoreUnavailable, void>
  /** The same without blocking this thread while the disk works. Answers once no file holds the rows. */
  readonly purgeInBackground: (scopes: ReadonlyArray<ScopeToPurge>) => TaskEither<StoreUnavailable, void>
  /** How many rows of all read models are purged with a scope. */
  readonly count: (scope: ScopeToPurge) => number
  /** Commits, and closes the file. */
  readonly close: () => void
}
