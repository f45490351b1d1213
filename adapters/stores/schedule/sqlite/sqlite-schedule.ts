import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { logNames } from '../../../../domain/event/stream'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { recordEntry, type ScheduleRows } from '../../../../retention/schedule/record-entry'
import type { Schedule } from '../../../../retention/schedule/schedule'
import { lazyTransaction } from '../../sqlite/lazy-transaction'
import { migrate } from '../../sqlite/migrate'
import { memoryFirst } from '../../sqlite/memory-first'
import { openDisposable, type Db } from '../../sqlite/open'
import { forDisposable, type Settings } from '../../sqlite/settings'
import { bufferedRows } from './buffered-rows'
import { endedCache } from './ended-cache'
import { lastClosed } from './last-closed'
import { reaching } from './reaching'
import { earliestDue } from './earliest-due'
import { earliestDueIn, scheduleAnswers, scheduleReading } from './reading'
import { tables } from './tables'
import { scheduleRows } from './writing'

const scheduleIn =
  (inMemory: number) =>
  (db: Db): Schedule => {
    const answers = scheduleAnswers(db)
    const cache = endedCache(answers.ended)
    const inFile = scheduleRows(db)
    const earliest = earliestDue(earliestDueIn(db))
    const queries = scheduleReading(db, earliest)
    const closed = lastClosed(queries.closed)
    const written: ScheduleRows = {
      ...inFile,
      put: (scope) => {
        inFile.put(scope)
        // A scope with a certificate has no row to put, so a row says by its run alone whether the scope has ended.
        cache.learn(scope.scope, scope.run !== undefined)
        earliest.written(scope)
      },
      note: (entry) => {
        inFile.note(entry)
        closed.clear()
      },
      certify: (...certified) => {
        inFile.certify(...certified)
        earliest.clear()
      },
    }
    const reached = reaching(db)
    const transaction = lazyTransaction(db, {
      beforeCommit: reached.write,
      afterUndoing: () => {
        cache.clear()
        earliest.clear()
        closed.clear()
        reached.read()
      },
    })
    const memory = memoryFirst(
      db,
      inMemory,
      logNames.some((log) => reached.of(log) !== undefined),
    )
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
        if (memory.mayWait()) return
        try {
          transaction.commit()
          memory.written()
        } catch {
          transaction.undo()
        }
      },
      ...answers,
      ended: cache.ask,
      ...queries,
      closed: closed.of,
      close: () => {
        transaction.commit()
        db.close()
      },
      closeWithoutCommit: () => {
        transaction.undo()
        db.close()
      },
    }
  }

/**
 * The schedule in an encrypted file that can be thrown away and folded anew. `key` is 32 bytes; a file of another key
 * is StoreUnavailable. What a new file is to hold waits in memory until it is closed, while it takes at most `inMemory`
 * bytes.
 */
export const openSchedule =
  (key: Uint8Array, settings: Settings = forDisposable, inMemory = 0) =>
  (file: string): E.Either<StoreUnavailable, Schedule> =>
    pipe(openDisposable(key)(settings)(file), E.flatMap(migrate([tables])), E.map(scheduleIn(inMemory)))
