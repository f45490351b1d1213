import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Recorded } from '../../../../domain/event/domain-event'
import type { LogName } from '../../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../../domain/ports/event-store'
import { count, purge, type Scope } from '../../../../projections/kernel/purge'
import { fold, type ReadModel } from '../../../../projections/kernel/read-model'
import type { ReadModels } from '../../../../projections/kernel/read-models'
import { storeUnavailable } from '../../sqlite/failure'
import { lazyTransaction } from '../../sqlite/lazy-transaction'
import type { Db } from '../../sqlite/open'
import { writeAheadLog } from '../../sqlite/write-ahead-log'
import { emptyTables, makeTables } from './making'
import { progress } from './progress'
import { reading } from './reading'
import { statements } from './statements'
import { write } from './writing'

const start = '' as Position

const keep = (db: Db, models: ReadonlyArray<ReadModel>): ReadModels => {
  makeTables(db, models)
  const prepared = statements(db)
  const change = write(prepared)
  const rows = reading(prepared)
  const reached = progress(db, models)
  const log = writeAheadLog(db)
  const transaction = lazyTransaction(db, {
    beforeBegin: log.finish,
    beforeCommit: reached.write,
    afterUndoing: reached.read,
  })
  const tables = models.flatMap((model) => model.tables)
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
  const remove = (scopes: ReadonlyArray<Scope>): void => {
    transaction.begin()
    for (const each of purge(tables)(scopes)) change(each)
    transaction.commit()
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
        transaction.commit()
        log.committed()
      }),
    settled: log.settled,
    purge: (scopes) =>
      attempt(() => {
        remove(scopes)
        log.emptyNow()
      }),
    purgeInBackground: (scopes) => async () => {
      await log.settled()
      const removed = attempt(() => remove(scopes))
      return either.isLeft(removed) ? removed : log.empty()
    },
    count: (scope) => count(tables)(scope)(rows),
    reset: (name) =>
      attempt(() => {
        transaction.begin()
        for (const model of models.filter((one) => one.name === name)) {
          emptyTables(db, model)
          reached.restart(model)
        }
        transaction.commit()
      }),
    close: () => {
      attempt(transaction.commit)
      log.close()
    },
  }
}

/** Keeps the rows of read models in a file opened as disposable. Those of an older version begin anew. */
export const openReadModels =
  (models: ReadonlyArray<ReadModel>) =>
  (db: Db): Either<StoreUnavailable, ReadModels> =>
    either.tryCatch(() => keep(db, models), storeUnavailable)
