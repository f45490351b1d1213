import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import { logNames, type LogName } from '../../../../domain/event/stream'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { BulkTransaction } from './bulk-transaction'

type BulkFile = Pick<BulkTransaction, 'isPending' | 'commit'>
type Committed = E.Either<StoreUnavailable, void>

const committed: Committed = E.right(undefined)

/**
 * Commits the files of a data folder that is written in bulk, in an order that leaves after a crash only what a crash
 * also leaves when each write is durable: keys before the events that name them, and uncommitted events in at most one
 * of the two logs.
 */
export interface BulkFileCommits {
  readonly addKeyStore: (file: BulkFile) => void
  readonly addLog: (log: LogName, file: BulkFile) => void
  /** Must be called before each write to a log: commits the uncommitted events of the other log. */
  readonly commitOtherLog: (log: LogName) => Committed
  /** Makes everything that was answered durable: the keys, then the logs. */
  readonly commitAll: () => Committed
  /** Registers work that runs after each `commitAll` that succeeds. */
  readonly afterCommit: (work: () => void) => void
  /** Registers work that runs when nothing is written to a file any more. */
  readonly onFailure: (work: () => void) => void
  /** Called when nothing is written to a file any more. */
  readonly reportFailure: () => void
}

/** A store that commits everything before it is closed. */
export const withCommitBeforeClose = <S extends { readonly close: Task<void> }>(
  { commitAll }: BulkFileCommits,
  store: S,
): S => ({
  ...store,
  close: async () => {
    commitAll()
    await store.close()
  },
})

const commitInOrder = (files: ReadonlyArray<BulkFile | undefined>): Committed => {
  for (const file of files) {
    const outcome = file?.isPending() === true ? file.commit() : committed
    if (E.isLeft(outcome)) return outcome
  }
  return committed
}

export const createBulkFileCommits = (): BulkFileCommits => {
  const logs = new Map<LogName, BulkFile>()
  const workAfterCommit: Array<() => void> = []
  const workOnFailure: Array<() => void> = []
  const keyFiles: BulkFile[] = []
  return {
    addKeyStore: (file) => void keyFiles.push(file),
    addLog: (log, file) => void logs.set(log, file),
    commitOtherLog: (log) => {
      const others = logNames.filter((name) => name !== log).map((name) => logs.get(name))
      return others.some((other) => other?.isPending() === true) ? commitInOrder([...keyFiles, ...others]) : committed
    },
    commitAll: () => {
      const outcome = commitInOrder([...keyFiles, ...logs.values()])
      if (E.isRight(outcome)) for (const work of workAfterCommit) work()
      return outcome
    },
    afterCommit: (work) => void workAfterCommit.push(work),
    onFailure: (work) => void workOnFailure.push(work),
    reportFailure: () => {
      for (const work of workOnFailure) work()
    },
  }
}
