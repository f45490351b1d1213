import type { EventStore } from '../../../domain/ports/event-store'
import type { ReactorCheckpoints } from '../../../domain/ports/reactor-checkpoints'
import type { LogName } from '../../../domain/event/stream'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { FailingParts } from '../../processes/failures/failing-parts'
import { watchCall, watchPages, watchPromise, watchTask } from '../../processes/failures/watch'
import { storeError } from '../../stores/store-error'
import { isSqliteSystemFailure, sqliteUnavailable } from '../../stores/sqlite/sqlite-failure'
import type { LibraryStores } from '../stores/library-stores'

const watchLog = (parts: FailingParts, name: LogName, log: EventStore): EventStore => ({
  ...log,
  append: watchTask(parts, name)(log.append),
  readStream: (...read) => watchPages(parts, name)(log.readStream(...read)),
  readAll: (...read) => watchPages(parts, name)(log.readAll(...read)),
})

const watchKeyStore = (parts: FailingParts, keyStore: KeyStore): KeyStore => ({
  ...keyStore,
  insert: watchTask(parts, 'keys')(keyStore.insert),
  fence: watchTask(parts, 'keys')(keyStore.fence),
})

const watchRing = (parts: FailingParts, ring: KekRing): KekRing => ({
  ...ring,
  wrap: watchTask(parts, 'ring')(ring.wrap),
  unwrap: watchTask(parts, 'ring')(ring.unwrap),
})

const watchCheckpoints = (parts: FailingParts, checkpoints: ReactorCheckpoints): ReactorCheckpoints => ({
  ...checkpoints,
  writePosition: (reactor, position) => () =>
    watchPromise(parts, 'checkpoints')(checkpoints.writePosition(reactor, position)()),
})

/** A schedule that cannot be written throws the error of a store, so that commands answer that they cannot be done now. */
const watchSchedule = (parts: FailingParts, schedule: Schedule): Schedule => ({
  ...schedule,
  apply: (...changes) => {
    try {
      schedule.apply(...changes)
      parts.worked('schedule')
    } catch (error) {
      if (!isSqliteSystemFailure(error)) throw error
      const unavailable = sqliteUnavailable(error)
      parts.failed('schedule', unavailable.reason)
      throw storeError(unavailable, error)
    }
  },
})

/** Calls of read models that throw what the driver throws: a failure is noted, and is the error of a store. */
const watchRows = (parts: FailingParts, rows: ReadModelRows): ReadModelRows => {
  const watched = <A>(read: () => A): A => {
    try {
      return read()
    } catch (error) {
      if (!isSqliteSystemFailure(error)) throw error
      const unavailable = sqliteUnavailable(error)
      parts.failed('readModels', unavailable.reason)
      throw storeError(unavailable, error)
    }
  }
  return {
    find: (table, query) => watched(() => rows.find(table, query)),
    findColumns: (table, names, query) => watched(() => rows.findColumns(table, names, query)),
    count: (table, query) => watched(() => rows.count(table, query)),
    sum: (table, column, query) => watched(() => rows.sum(table, column, query)),
  }
}

/** The same stores, with a note of each part that fails. */
export const watchStores =
  (parts: FailingParts) =>
  (stores: LibraryStores): LibraryStores => ({
    ...stores,
    logs: {
      circulation: watchLog(parts, 'circulation', stores.logs.circulation),
      persons: watchLog(parts, 'persons', stores.logs.persons),
    },
    // A checkpoint under a lease fails when another process has taken over, which is no failure of a part.
    checkpoints: (token) =>
      token === undefined ? watchCheckpoints(parts, stores.checkpoints()) : stores.checkpoints(token),
    keyStore: watchKeyStore(parts, stores.keyStore),
    ring: watchRing(parts, stores.ring),
    schedule: watchSchedule(parts, stores.schedule),
    readModels: {
      ...stores.readModels,
      rows: watchRows(parts, stores.readModels.rows),
      foldEvents: watchCall(parts, 'readModels')(stores.readModels.foldEvents),
      commit: watchCall(parts, 'readModels')(stores.readModels.commit),
    },
  })
