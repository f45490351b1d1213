import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { recordEntry, type ScheduleRows } from '../../../../retention/schedule/record-entry'
import type { Schedule } from '../../../../retention/schedule/schedule'
import { storeUnavailable } from '../../sqlite/failure'
import { lazyTransaction } from '../../sqlite/lazy-transaction'
import { migrate } from '../../sqlite/migrate'
import { openDisposable, type Db } from '../../sqlite/open'
import { writeAheadLog } from '../../sqlite/write-ahead-log'
import { forDisposable } from '../../sqlite/settings'
import { bufferedRows } from './buffered-rows'
import { endedCache } from './ended-cache'
import { reaching } from './reaching'
import { scheduleAnswers, scheduleReading } from './reading'
import { tables } from './tables'
import { scheduleRows } from './writing'

const scheduleIn = (db: Db): Schedule => {
  const answers = scheduleAnswers(db)
  const cache = endedCache(answers.ended)
  const inFile = scheduleRows(db)
  const written: ScheduleRows = {
    ...inFile,
    put: (scope) => {
      inFile.put(scope)
      // A scope with a certificate has no row to put, so a row says by its run alone whether the scope has ended.
      cache.learn(scope.scope, scope.run !== undefined)
    },
  }
  const reached = reaching(db)
  const log = writeAheadLog(db)
  const transaction = lazyTransaction(db, {
    beforeBegin: log.finish,
    beforeCommit: reached.write,
    afterUndoing: () => {
      cache.clear()
      reached.read()
    },
  })
  return {
    position: reached.of,
    apply: (log, position, entries) => {
      try {
        transaction.begin()
        const rows = bufferedRows(written)
        entries.forEach(recordEntry(rows))
        rows.flush()
        reached.move(log, position)
      } catch (error) {
        transaction.undo()
        throw error
      }
    },
    commit: () => {
      try {
        transaction.commit()
        log.committed()
      } catch {
        transaction.undo()
      }
    },
    settled: log.settled,
    ...answers,
    ended: cache.ask,
    ...scheduleReading(db),
    close: () => {
      transaction.commit()
      log.close()
    },
  }
}

/**
 * The schedule in an encrypted file that can be thrown away and folded anew. `key` is 32 bytes; a file of another key
 * is StoreUnavailable.
 */
export const openSchedule =
  (key: Uint8Array) =>
  (file: string): E.Either<StoreUnavailable, Schedule> =>
    pipe(
      openDisposable(key)(forDisposable)(file),
      E.flatMap(migrate([tables])),
      E.flatMap((db) => E.tryCatch(() => scheduleIn(db), storeUnavailable)),
    )
