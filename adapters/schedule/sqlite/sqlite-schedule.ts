import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { LogName } from '../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../domain/ports/event-store'
import { recordEntry, type ScheduleRows } from '../../../retention/schedule/record-entry'
import type { Schedule } from '../../../retention/schedule/schedule'
import { migrate } from '../../sqlite/migrate'
import { openDisposable, type Db } from '../../sqlite/open'
import { forDisposable } from '../../sqlite/settings'
import { immediately } from '../../sqlite/transaction'
import { bufferedRows } from './buffered-rows'
import { endedCache } from './ended-cache'
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
      cache.forget(scope.scope)
      inFile.put(scope)
    },
  }
  const transact = immediately(db)
  const positions = db.prepare<[LogName], Position>('SELECT position FROM positions WHERE log = ?').pluck()
  const move = db.prepare('INSERT OR REPLACE INTO positions VALUES (?, ?)')
  return {
    position: (log) => positions.get(log),
    apply: (log, position, entries) =>
      transact(() => {
        const rows = bufferedRows(written)
        entries.forEach(recordEntry(rows))
        rows.flush()
        move.run(log, position)
      }),
    ...answers,
    ended: cache.ask,
    ...scheduleReading(db),
    close: () => void db.close(),
  }
}

/**
 * The schedule in an encrypted file that can be thrown away and folded anew. `key` is 32 bytes; a file of another key
 * is StoreUnavailable.
 */
export const openSchedule =
  (key: Uint8Array) =>
  (file: string): E.Either<StoreUnavailable, Schedule> =>
    pipe(openDisposable(key)(forDisposable)(file), E.flatMap(migrate([tables])), E.map(scheduleIn))
