import type { EventStore } from '../../../domain/ports/event-store'
import type { ReactorCheckpoints } from '../../../domain/ports/reactor-checkpoints'
import type { LogName } from '../../../domain/event/stream'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { Coordination } from '../../processes/coordination/coordination'
import type { FailingPartRegistry } from '../../processes/failures/failing-system-part-registry'
import {
  nameStoreInError,
  nameStoreInRejection,
  wrapCallToRecordPartFailures,
  watchPages,
  noteOutcomeOfPromise,
  noteFailuresOfTask,
} from '../../processes/failures/note-failures-of-parts'
import { noteFailureOfSqliteCall } from '../../processes/failures/note-failure-of-sqlite-call'
import { isStoreError } from '../../stores/throwable-store-error'
import type { LibraryStores } from '../stores/library-stores'

const watchLog = (parts: FailingPartRegistry, name: LogName, log: EventStore): EventStore => ({
  ...log,
  append: noteFailuresOfTask(parts, name)(log.append),
  head: () => nameStoreInRejection(name)(log.head()),
  readStream: (...read) => watchPages(parts, name)(log.readStream(...read)),
  readAll: (...read) => watchPages(parts, name)(log.readAll(...read)),
})

const watchKeyStore = (parts: FailingPartRegistry, keyStore: KeyStore): KeyStore => ({
  ...keyStore,
  insert: noteFailuresOfTask(parts, 'keys')(keyStore.insert),
  fence: noteFailuresOfTask(parts, 'keys')(keyStore.fence),
})

const watchRing = (parts: FailingPartRegistry, ring: KekRing): KekRing => ({
  ...ring,
  wrap: noteFailuresOfTask(parts, 'ring')(ring.wrap),
  unwrap: noteFailuresOfTask(parts, 'ring')(ring.unwrap),
})

const watchCheckpoints = (parts: FailingPartRegistry, checkpoints: ReactorCheckpoints): ReactorCheckpoints => ({
  ...checkpoints,
  writePosition: (reactor, position) => () =>
    noteOutcomeOfPromise(parts, 'checkpoints')(checkpoints.writePosition(reactor, position)()),
})

/** A checkpoint under a lease fails when another process has taken over, which is no failure of a part. */
const nameCheckpoints = (checkpoints: ReactorCheckpoints): ReactorCheckpoints => ({
  ...checkpoints,
  writePosition: (reactor, position) => () =>
    nameStoreInRejection('checkpoints')(checkpoints.writePosition(reactor, position)()),
})

const nameCoordination = (coordination: Coordination): Coordination => ({
  ...coordination,
  borrowerLock: (borrower) => (task) => nameStoreInError('coordination')(coordination.borrowerLock(borrower)(task)),
  namedLock: (name) => (task) => nameStoreInError('coordination')(coordination.namedLock(name)(task)),
  leases: {
    ...coordination.leases,
    acquire: (name) => nameStoreInError('coordination')(coordination.leases.acquire(name)),
  },
})

/** Notes a failure and goes on: nobody waits for what a commit or the closing of a file answers. */
const noteOnly = (call: () => void): void => {
  try {
    call()
  } catch (error) {
    if (!isStoreError(error)) throw error
  }
}

/**
 * A schedule that cannot be read or written throws the error of a store: commands answer that they cannot be done now. A
 * change that is applied ends a failure, and a read ends that of an earlier read.
 */
const watchSchedule = (parts: FailingPartRegistry, schedule: Schedule): Schedule => {
  const watched = noteFailureOfSqliteCall(parts, 'schedule')
  let isReadFailing = false
  const read =
    <Args extends ReadonlyArray<unknown>, A>(call: (...args: Args) => A) =>
    (...args: Args): A => {
      const wasFailing = isReadFailing
      isReadFailing = true
      const answer = watched(() => call(...args))
      isReadFailing = false
      if (wasFailing) parts.worked('schedule')
      return answer
    }
  return {
    position: schedule.position,
    apply: (...changes) => {
      watched(() => schedule.apply(...changes))
      parts.worked('schedule')
    },
    commit: () => noteOnly(() => watched(schedule.commit)),
    settled: schedule.settled,
    isEnded: read(schedule.isEnded),
    isLost: read(schedule.isLost),
    certificateOf: read(schedule.certificateOf),
    countErased: read(schedule.countErased),
    isNamed: read(schedule.isNamed),
    findScope: read(schedule.findScope),
    dueScopes: read(schedule.dueScopes),
    livingScopesIn: read(schedule.livingScopesIn),
    unfinishedRuns: read(schedule.unfinishedRuns),
    refusedRuns: read(schedule.refusedRuns),
    scopesOfRun: read(schedule.scopesOfRun),
    lastClosing: read(schedule.lastClosing),
    dueCounts: read(schedule.dueCounts),
    livingScopes: read(schedule.livingScopes),
    close: () => noteOnly(() => watched(schedule.close)),
  }
}

const watchRows = (parts: FailingPartRegistry, rows: ReadModelRows): ReadModelRows => {
  const watched = noteFailureOfSqliteCall(parts, 'readModels')
  return {
    find: (table, query) => watched(() => rows.find(table, query)),
    findColumns: (table, names, query) => watched(() => rows.findColumns(table, names, query)),
    count: (table, query) => watched(() => rows.count(table, query)),
    sum: (table, column, query) => watched(() => rows.sum(table, column, query)),
  }
}

/** The same stores, with a note of each part that fails. */
export const watchStores =
  (parts: FailingPartRegistry) =>
  (stores: LibraryStores): LibraryStores => ({
    ...stores,
    logs: {
      circulation: watchLog(parts, 'circulation', stores.logs.circulation),
      persons: watchLog(parts, 'persons', stores.logs.persons),
    },
    checkpoints: (token) =>
      token === undefined ? watchCheckpoints(parts, stores.checkpoints()) : nameCheckpoints(stores.checkpoints(token)),
    coordination: nameCoordination(stores.coordination),
    keyStore: watchKeyStore(parts, stores.keyStore),
    ring: watchRing(parts, stores.ring),
    schedule: watchSchedule(parts, stores.schedule),
    readModels: {
      ...stores.readModels,
      rows: watchRows(parts, stores.readModels.rows),
      foldEvents: wrapCallToRecordPartFailures(parts, 'readModels')(stores.readModels.foldEvents),
      commit: wrapCallToRecordPartFailures(parts, 'readModels')(stores.readModels.commit),
    },
  })
