import { randomBytes } from 'node:crypto'
import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { EventWithMetadata } from '../../../../domain/event/domain-event'
import type { LogName } from '../../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../../domain/ports/event-store'
import {
  countRowsOfScope,
  rowChangesToPurgeScopes,
  type ScopeToPurge,
} from '../../../../projections/read-model/row-changes-to-purge-scopes'
import type { RowChange } from '../../../../projections/read-model/row-change'
import { rowChangesOfEvent, type ReadModel } from '../../../../projections/read-model/read-model'
import type { ReadModelStore } from '../../../../projections/read-model/read-model-store'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import {
  createDelayedCommitTransaction,
  commitPolicyOfDurableLogs,
  type CommitPolicy,
} from '../../sqlite/delayed-commit-transaction'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { openWriteAheadLog } from '../../sqlite/open-write-ahead-log'
import { createBlindIndex, type ComputeBlindIndex } from './blind-index'
import { createOrReplaceReadModelTables } from './create-read-model-tables'
import { createReadModelCheckpoints } from './read-model-checkpoints'
import { mergeRowChanges } from './merge-row-changes'
import { createReadModelRowReader } from './read-model-row-reader'
import { createStatementCache } from './statement-cache'
import { createRowChangeWriter } from './row-change-writer'

const logStart = '' as Position

/** Fewer changes are written as they are: to compare them would cost more than to write them. */
const minMergedChanges = 8

const createReadModels = (
  db: SqliteDatabase,
  models: ReadonlyArray<ReadModel>,
  policy: CommitPolicy,
  blindIndexOf: ComputeBlindIndex,
): ReadModelStore => {
  createOrReplaceReadModelTables(db, models)
  const statementOf = createStatementCache(db)
  const tables = models.flatMap((model) => model.tables)
  const applyChange = createRowChangeWriter(statementOf, tables, blindIndexOf)
  const rows = createReadModelRowReader(statementOf, blindIndexOf)
  const checkpoints = createReadModelCheckpoints(db, models)
  const walFile = openWriteAheadLog(db)
  const transaction = createDelayedCommitTransaction(db, policy, checkpoints.any(), {
    beforeBegin: walFile.finish,
    beforeCommit: checkpoints.save,
    afterRollback: checkpoints.reload,
  })
  const changesOfPurge = rowChangesToPurgeScopes(tables)
  const merge = mergeRowChanges(tables)
  const mergeIfMany = (changes: ReadonlyArray<RowChange>): ReadonlyArray<RowChange> =>
    changes.length < minMergedChanges ? changes : merge(changes)
  const countRows = countRowsOfScope(tables)
  const changesByModel = models.map((model) => ({ model, changes: rowChangesOfEvent(model) }))

  const undoOnFailure = <A>(work: () => A): Either<StoreUnavailable, A> =>
    either.tryCatch(() => {
      try {
        return work()
      } catch (error) {
        transaction.rollback()
        throw error
      }
    }, sqliteUnavailable)
  /** Folds all events into one read model after the other: folds read no rows, so the order makes no difference. */
  const foldEvents = (
    events: ReadonlyArray<EventWithMetadata>,
    { log, position }: EventWithMetadata['metadata'],
  ): void => {
    for (const { model, changes } of changesByModel) {
      const at = checkpoints.get(model, log) ?? logStart
      const unread = events.filter((event) => event.metadata.position > at)
      for (const each of mergeIfMany(unread.flatMap(changes))) applyChange(each)
      if (position > at) checkpoints.set(model, log, position)
    }
  }
  /** Removes the rows; false when they were never in the file, and it holds none of them. */
  const removeRows = (scopes: ReadonlyArray<ScopeToPurge>): boolean => {
    transaction.begin()
    for (const each of changesOfPurge(scopes)) applyChange(each)
    if (transaction.mayWait()) return false
    transaction.commit()
    return true
  }
  const checkpoint = (log: LogName): Position | undefined => {
    const least = models
      .map((model) => checkpoints.get(model, log) ?? logStart)
      .reduce((least, next) => (next < least ? next : least))
    return least === logStart ? undefined : least
  }
  return {
    rows,
    checkpoint,
    foldEvents: (events, purged = []) =>
      undoOnFailure(() => {
        const last = events.at(-1)
        if (last === undefined) return
        transaction.begin()
        foldEvents(events, last.metadata)
        for (const each of changesOfPurge(purged)) applyChange(each)
      }),
    commit: () =>
      undoOnFailure(() => {
        if (transaction.mayWait()) return
        transaction.commit()
        walFile.committed()
      }),
    settled: walFile.settled,
    purge: (scopes) =>
      undoOnFailure(() => {
        if (removeRows(scopes)) walFile.emptyNow()
      }),
    purgeInBackground: (scopes) => async () => {
      await walFile.settled()
      const removed = undoOnFailure(() => removeRows(scopes))
      if (either.isLeft(removed)) return removed
      return removed.right ? walFile.empty() : either.right(undefined)
    },
    count: (scope) => countRows(scope)(rows),
    close: () => {
      undoOnFailure(transaction.commit)
      walFile.close()
    },
  }
}

/**
 * Opens read models in a disposable file. A read model of another version starts empty. `policy` says when it is
 * committed with regard to the logs, `blindIndexOf` what its blind indexes hold; by default they are of this opening alone.
 */
export const openReadModels =
  (
    models: ReadonlyArray<ReadModel>,
    policy = commitPolicyOfDurableLogs,
    blindIndexOf: ComputeBlindIndex = createBlindIndex(randomBytes(32)),
  ) =>
  (db: SqliteDatabase): Either<StoreUnavailable, ReadModelStore> =>
    either.tryCatch(() => createReadModels(db, models, policy, blindIndexOf), sqliteUnavailable)
