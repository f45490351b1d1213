import { randomUUID } from 'node:crypto'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import { openPostgresKeyedLock } from '../../processes/coordination/postgres/postgres-keyed-lock'
import {
  openPostgresCoordination,
  type PostgresCoordination,
} from '../../processes/coordination/postgres/open-postgres-coordination'
import { nameStoreInError } from '../../processes/failures/note-failures-of-parts'
import { startHeartbeat } from '../../processes/process-registry/heartbeat'
import { canDatabaseRoleChangeEvents } from '../../stores/eventstore/postgres/can-database-role-change-events'
import { rewriteLogRowsInOrder } from '../../stores/eventstore/postgres/rewrite-log-rows-in-order'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { readOrMakeReadModelFolderId } from '../../stores/data-folder/read-model-folder-id'
import type { PostgresKeyStore } from '../../stores/keystore/postgres/postgres-key-store'
import { openPostgresKeyStore } from '../../stores/keystore/postgres/open-postgres-key-store'
import { openPostgresShortTermRows } from '../../stores/short-term/postgres/open-postgres-short-term-rows'
import { areLogsEmpty } from './are-logs-empty'
import { logPlacesOf, openLogOnServer, type ServerLogOpener } from './open-log-on-server'
import { deriveSharedSecret } from './derive-shared-secret'
import { openStoresOrCloseAll, type CloseOnFailure } from './open-stores-or-close-all'
import { openSharedRing } from './open-shared-ring'
import { refuseMissingLogs } from './refuse-missing-logs'
import { requireSameLibrary, openOrMakeRing } from './open-or-make-ring'
import { requireSeparateLogServers } from './require-separate-log-servers'
import { isPostgresAddress, type StoreServerAddresses } from './store-server-addresses'
import type { OpenPrimaryStores, OpenStoresError, PrimaryStores } from './primary-stores'

/** How long a lease lasts, in ms. When a process dies, another takes over after this time at most. */
const leaseDuration = 10_000

type Logs = PrimaryStores['logs']

/**
 * Rewrites the rows of *persons* on PostgreSQL, whose transaction numbers show which rows were written together. KurrentDB
 * stores the time of writing in each event, and cannot rewrite it.
 */
const rewritePersons = ({ persons }: StoreServerAddresses): TE.TaskEither<OpenStoresError, void> =>
  isPostgresAddress(persons) ? nameStoreInError('persons')(rewriteLogRowsInOrder(persons)) : TE.right(undefined)

/** Warns when the role of the service may change events: it has more rights than it needs. */
const findWarnings = ({
  circulation,
  persons,
}: StoreServerAddresses): TE.TaskEither<StoreUnavailable, PrimaryStores['warnings']> =>
  pipe(
    [circulation, persons].filter(isPostgresAddress),
    TE.traverseSeqArray(canDatabaseRoleChangeEvents),
    TE.map((answers) => (answers.includes(true) ? ['RoleMayChangeEvents'] : [])),
  )

const logsLostReason = 'both logs are empty, although the key store has keys for their events'

/** Adds the name of the server's setting to an error. The address is not repeated: it may hold a password. */
const nameServerInError =
  (server: keyof StoreServerAddresses) =>
  <Err extends OpenStoresError, A>(opening: TE.TaskEither<Err, A>): TE.TaskEither<Err, A> =>
    pipe(
      opening,
      TE.mapLeft((error) =>
        'reason' in error ? { ...error, reason: `${server.toUpperCase()}: ${error.reason}` } : error,
      ),
    )

/** Decides about empty logs beside a key store with keys: they were lost, or a migration is about to fill them. */
type CheckEmptyLogs = typeof refuseMissingLogs

interface OpeningOptions {
  readonly layout: DataFolderLayout
  readonly addresses: StoreServerAddresses
  readonly openLog: ServerLogOpener
  readonly checkEmptyLogs: CheckEmptyLogs
  readonly closeOnFailure: CloseOnFailure
}

const openLogs = ({ addresses, openLog, closeOnFailure }: OpeningOptions) => {
  const open = (log: LogName) => pipe(openLog(addresses, log), nameServerInError(log), closeOnFailure)
  return pipe(
    TE.Do,
    TE.bind('circulation', () => open('circulation')),
    TE.bind('persons', () => open('persons')),
    TE.map((logs): Logs => logs),
    TE.bindTo('logs'),
    TE.bind('areLogsEmpty', ({ logs }) => areLogsEmpty(logs)),
  )
}

const openKeyStore = (
  { addresses, checkEmptyLogs, closeOnFailure }: OpeningOptions,
  ring: KekRing,
  areLogsEmpty: boolean,
): TE.TaskEither<OpenStoresError, PostgresKeyStore> =>
  pipe(
    openPostgresKeyStore(ring.library)(addresses.keys),
    TE.chain((store) => TE.fromEither(requireSameLibrary(ring)(store))),
    closeOnFailure,
    TE.chainFirst((store) => checkEmptyLogs(areLogsEmpty, logsLostReason, store)),
    nameServerInError('keys'),
  )

const openProcessRegistry = (layout: DataFolderLayout, ring: KekRing, { processRegistry }: PostgresCoordination) =>
  pipe(
    deriveSharedSecret(ring),
    TE.bindTo('secret'),
    TE.let('registry', ({ secret }) =>
      processRegistry({ process: randomUUID(), folder: readOrMakeReadModelFolderId(layout), registrySecret: secret }),
    ),
  )

const openCoordination = ({ layout, addresses, closeOnFailure }: OpeningOptions, ring: KekRing) =>
  pipe(
    openPostgresCoordination(machineMonotonicClock)(addresses.keys),
    nameServerInError('keys'),
    closeOnFailure,
    TE.bindTo('database'),
    TE.bindW('processes', ({ database }) => openProcessRegistry(layout, ring, database)),
    TE.bindW('heartbeat', ({ processes }) => closeOnFailure(startHeartbeat(processes.registry))),
  )

const openLock = ({ addresses, closeOnFailure }: OpeningOptions, secret: Uint8Array) =>
  pipe(openPostgresKeyedLock(secret)(addresses.keys), nameServerInError('keys'), closeOnFailure)

const openShortTermRows = ({ addresses, closeOnFailure }: OpeningOptions) =>
  pipe(openPostgresShortTermRows(addresses.keys), nameServerInError('keys'), closeOnFailure)

type LogsAndKeys = Omit<
  PrimaryStores,
  | 'areShared'
  | 'checkpoints'
  | 'coordination'
  | 'keyStore'
  | 'rewriteServerLogs'
  | 'rewriteServerKeys'
  | 'shortTermRows'
> & {
  readonly keyStore: PostgresKeyStore
}

const withCoordination =
  (options: OpeningOptions) =>
  ({ logs, ring, keyStore, warnings }: LogsAndKeys): TE.TaskEither<OpenStoresError, PrimaryStores> =>
    pipe(
      openCoordination(options, ring),
      TE.bindW('lock', ({ processes }) => openLock(options, processes.secret)),
      TE.bindW('shortTermRows', () => openShortTermRows(options)),
      TE.map(({ database, processes, heartbeat, lock, shortTermRows }) => ({
        logs: { circulation: lock.guardLog(logs.circulation), persons: lock.guardLog(logs.persons) },
        logPlaces: logPlacesOf(options.addresses, options.openLog),
        ...{ ring, keyStore, keyPlace: { _tag: 'Postgres', url: options.addresses.keys } },
        shortTermRows,
        areShared: true,
        warnings,
        rewriteServerLogs: rewritePersons(options.addresses),
        rewriteServerKeys: nameStoreInError('keys')(keyStore.rewrite),
        checkpoints: database.checkpoints,
        coordination: {
          borrowerLock: (borrower) => lock.withLock(`borrower ${borrower}`),
          namedLock: lock.withLock,
          leases: database.leases(leaseDuration),
          processRegistry: processes.registry,
          progress: database.progress,
          close: async () => {
            await lock.close()
            await heartbeat.close()
            await database.close()
          },
        },
      })),
    )

const openAll = (options: OpeningOptions): TE.TaskEither<OpenStoresError, PrimaryStores> =>
  pipe(
    requireSeparateLogServers(options.addresses),
    TE.chain(() => openLogs(options)),
    TE.bindW('warnings', () => findWarnings(options.addresses)),
    TE.bindW('ring', ({ areLogsEmpty }) => openOrMakeRing(options.layout, areLogsEmpty)),
    TE.bindW('keyStore', ({ ring, areLogsEmpty }) => openKeyStore(options, ring, areLogsEmpty)),
    TE.bindW('sharedRing', ({ ring, keyStore }) => openSharedRing(ring, keyStore)),
    TE.chainW(({ sharedRing, ...opened }) => withCoordination(options)({ ...opened, ring: sharedRing })),
  )

const openerWith =
  (checkEmptyLogs: CheckEmptyLogs) =>
  (addresses: StoreServerAddresses, openLog: ServerLogOpener = openLogOnServer): OpenPrimaryStores =>
  (layout) =>
    openStoresOrCloseAll((closeOnFailure) => openAll({ layout, addresses, openLog, checkEmptyLogs, closeOnFailure }))

/**
 * Opens logs and key store on servers, and makes the tables and keys of a new library. The ring of wrapping keys stays
 * in a folder. When a log holds events the ring must exist, and every process must have the same one. Tests that share
 * a cluster pass their own `openLog`.
 */
export const openStoresOnServers = openerWith(refuseMissingLogs)

/** Opens stores on servers for a migration. An interrupted migration may have left keys and no event, so this is not an error. */
export const openStoresForMigration = openerWith(() => TE.right(undefined))
