import type { Either } from 'fp-ts/Either'
import type { Recorded } from '../../domain/event/domain-event'
import type { LogName } from '../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../domain/ports/event-store'
import type { Scope } from './purge'
import type { Rows } from './rows'

/**
 * Where the rows of all read models are kept: disposable, local to a process. What has been taken is read at once, and
 * kept with the next commit, rows and checkpoints together; after a crash it is only taken again.
 *
 * StoreUnavailable: the disk or the file failed. Then what was not committed is undone, and the checkpoints with it.
 */
export interface ReadModels {
  readonly rows: Rows
  /** How far all read models have come in a log; undefined when one of them has yet to begin. */
  readonly checkpoint: (log: LogName) => Position | undefined
  /** Folds events of a log, in its order. A read model that has passed an event already is not told again. */
  readonly take: (events: ReadonlyArray<Recorded>) => Either<StoreUnavailable, void>
  readonly commit: () => Either<StoreUnavailable, void>
  /**
   * Removes every row of the scopes, commits, and empties the write-ahead log, so that no file of the store holds them.
   * StoreUnavailable when a reader kept a copy in the write-ahead log alive: to be run again.
   */
  readonly purge: (scopes: ReadonlyArray<Scope>) => Either<StoreUnavailable, void>
  /** How many rows, of all read models, go with a scope. */
  readonly count: (scope: Scope) => number
  /** Throws a read model's rows and checkpoints away: it begins anew. An unknown name changes nothing. */
  readonly reset: (name: string) => Either<StoreUnavailable, void>
  /** Commits, and closes the file. */
  readonly close: () => void
  /** Closes the file as the last commit left it. */
  readonly closeWithoutCommit: () => void
}
