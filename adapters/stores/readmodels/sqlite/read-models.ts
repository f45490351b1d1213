import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Recorded } from '../../../../domain/event/domain-event'
import type { LogName } from '../../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../../domain/ports/event-store'
import { count, purge } from '../../../../projections/kernel/purge'
import { fold, type ReadModel } from '../../../../projections/kernel/read-model'
import type { ReadModels } from '../../../../projections/kernel/read-models'
import { storeUnavailable } from '../../sqlite/failure'
import { lazyTransaction } from '../../sqlite/lazy-transaction'
import { memoryFirst } from '../../sqlite/memory-first'
import type { Db } from '../../sqlite/open'
import { emptyWriteAheadLog } from './emptying'
import { emptyTables, makeTables } from './making'
import { progress } from './progress'
import { reading } from './reading'
import { statements } from './statements'
import { write } from './writing'

const start = '' as Position

const keep = (db: Db, models: ReadonlyArray<ReadModel>, inMemory: number): ReadModels => {
  makeTables(db, models)
  const prepared = statements(db)
  const change = write(prepared)
  const rows = reading(prepared)
  const reached = progress(db, models)
  const transaction = lazyTransaction(db, { beforeCommit: reached.write, afterUndoing: reached.read })
  const memory = memoryFirst(db, inMemory, reached.any())
  const commit = (): void => {
    transaction.commit()
    memory.written()
  }
  const tables = models.flatMap((model) => model.tables)
  const [removing, counting] = [purge(tables), count(tables)]
  const folds = models.map((model) => ({ model, changes: fold(model) }))

  const attempt = (work: () => void): Either<StoreUnavailable, void> =>
    either.tryCatch(() => {
      try {
        work()
      } catch (error) {
        transaction.undo()
        throw error
      }
    }, storeUnavailable)
  /** One read model after the other: no fold reads rows, so none can tell the difference. */
  const takeAll = (events: ReadonlyArray<Recorded>, { log, position }: Recorded['at']): void => {
    for (const { model, changes } of folds) {
      const at = reached.of(model, log) ?? start
      for (const event of events) if (event.at.position > at) for (const each of changes(event)) change(each)
      if (position > at) reached.move(model, log, position)
    }
  }
  const checkpoint = (log: LogName): Position | undefined => {
    const least = models
      .map((model) => reached.of(model, log) ?? start)
      .reduce((least, next) => (next < least ? next : least))
    return least === start ? undefined : least
  }
  return {
    rows,
    checkpoint,
    take: (events) =>
      attempt(() => {
        const last = events.at(-1)
        if (last === undefined) return
        transaction.begin()
        takeAll(events, last.at)
      }),
    commit: () =>
      attempt(() => {
        if (!memory.mayWait()) commit()
      }),
    purge: (scopes) =>
      attempt(() => {
        transaction.begin()
        for (const each of removing(scopes)) change(each)
        if (memory.mayWait()) return
        commit()
        emptyWriteAheadLog(db)
      }),
    count: (scope) => counting(scope)(rows),
    reset: (name) =>
      attempt(() => {
        transaction.begin()
        for (const model of models.filter((one) => one.name === name)) {
          emptyTables(db, model)
          reached.restart(model)
        }
        commit()
      }),
    close: () => {
      attempt(commit)
      db.close()
    },
    closeWithoutCommit: () => {
      attempt(transaction.undo)
      db.close()
    },
  }
}

/**
 * Keeps the rows of read models in a file opened as disposable. Those of an older version begin anew. Rows of a new file
 * wait in memory until it is closed, while they take at most `inMemory` bytes.
 */
export const openReadModels =
  (models: ReadonlyArray<ReadModel>, inMemory = 0) =>
  (db: Db): Either<StoreUnavailable, ReadModels> =>
    either.tryCatch(() => keep(db, models, inMemory), storeUnavailable)
