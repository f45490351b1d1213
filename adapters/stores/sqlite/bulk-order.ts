import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { BulkTransaction } from './bulk-transaction'

type File = Pick<BulkTransaction, 'isPending' | 'commit'>
type Kept = Either<StoreUnavailable, void>

const kept: Kept = either.right(undefined)

/**
 * The order in which files that are written in bulk become durable, so that a crash at any moment leaves them as it may
 * leave files that are durable with every write: keys before the events that name them, and of the two logs only one
 * with events that are not durable.
 */
export interface BulkOrder {
  readonly keysAre: (file: File) => void
  readonly logIs: (log: LogName, file: File) => void
  /** Called before a log is written: makes durable what the other log has. */
  readonly beforeWritingTo: (log: LogName) => Kept
  /** Makes durable all that was answered: keys, then the logs, then what is told by `afterwards`. */
  readonly flush: () => Kept
  /** Runs once the logs are durable, with every flush. */
  readonly afterwards: (work: () => void) => void
}

export const bulkOrder = (): BulkOrder => {
  const logs = new Map<LogName, File>()
  const after: Array<() => void> = []
  let keys: File | undefined
  const commitAll = (files: ReadonlyArray<File | undefined>): Kept => {
    for (const file of files) {
      const committed = file?.isPending() === true ? file.commit() : kept
      if (either.isLeft(committed)) return committed
    }
    return kept
  }
  const flush = (): Kept => {
    const committed = commitAll([keys, ...logs.values()])
    if (either.isRight(committed)) for (const work of after) work()
    return committed
  }
  return {
    keysAre: (file) => void (keys = file),
    logIs: (log, file) => void logs.set(log, file),
    beforeWritingTo: (log) => {
      const others = logNames.filter((name) => name !== log).map((name) => logs.get(name))
      return others.some((other) => other?.isPending() === true) ? commitAll([keys, ...others]) : kept
    },
    flush,
    afterwards: (work) => void after.push(work),
  }
}
