import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import { memoryCoordination } from '../../processes/coordination/memory/memory-coordination'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { BulkFileCommits } from '../../stores/sqlite/bulk/bulk-file-commits'
import { openShortTermRowsOfFolder } from '../../stores/short-term/file/short-term-rows-of-folder'
import { openBulkLog } from '../../stores/eventstore/sqlite/open-bulk-log'
import { openSqliteLog, type SqliteLog } from '../../stores/eventstore/sqlite/open-sqlite-log'
import { openBulkKeyStore, openSqliteKeyStore } from '../../stores/keystore/sqlite/open-sqlite-key-store'
import type { KeyStorePlace } from '../../stores/keystore/rewrapping/older-epoch-key-reader'
import type { LogPlaces } from '../../stores/eventstore/trees/log-place'
import { refuseMissingLogs } from './refuse-missing-logs'
import { openKeyStoreInFolder, type OpenKeyStoreFile } from './open-key-store-in-folder'
import { openOrMakeRing } from './open-or-make-ring'
import type { OpenPrimaryStores } from './primary-stores'

const logsLostReason = 'a log (circulation.db or persons.db) is missing, although the key store has keys for its events'

/** How the files of the key store and of the logs are opened. */
interface FileOpeners {
  readonly openKeyFile: OpenKeyStoreFile
  readonly openLog: (log: LogName, file: string) => E.Either<StoreUnavailable, SqliteLog>
  /** The files of the key store, where another thread can read them as well. */
  readonly keyPlace: (layout: DataFolderLayout) => KeyStorePlace | undefined
  /** The files of the logs, where another thread can read them as well. */
  readonly logPlaces: (layout: DataFolderLayout) => LogPlaces | undefined
}

/**
 * Opens the logs and the key store of a data folder, or makes those of a new folder. Makes the ring and the key store
 * before the logs, so that a log never exists without its keys. After a failure the stores stay open: the process ends.
 */
const openFilesWith =
  ({ openKeyFile, openLog, keyPlace, logPlaces }: FileOpeners): OpenPrimaryStores =>
  (layout) =>
  async () => {
    const ring = await openOrMakeRing(layout, !existsSync(layout.circulation))()
    if (E.isLeft(ring)) return ring
    const keyStore = await openKeyStoreInFolder(layout, ring.right, openKeyFile)()
    if (E.isLeft(keyStore)) return keyStore
    const isMissing = !existsSync(layout.circulation) || !existsSync(layout.persons)
    const checked = await refuseMissingLogs(isMissing, logsLostReason, keyStore.right)()
    if (E.isLeft(checked)) return checked
    const open = (log: LogName) =>
      pipe(
        openLog(log, layout[log]),
        E.mapLeft((error): StoreUnavailable => ({ ...error, store: log })),
      )
    const opened = pipe(
      E.Do,
      E.bind('circulation', () => open('circulation')),
      E.bind('persons', () => open('persons')),
    )
    if (E.isLeft(opened)) return opened
    const { circulation, persons } = opened.right
    return E.right({
      logs: { circulation: circulation.events, persons: persons.events },
      checkpoints: () => circulation.checkpoints,
      ring: ring.right,
      keyStore: keyStore.right,
      keyPlace: keyPlace(layout),
      logPlaces: logPlaces(layout),
      coordination: memoryCoordination(machineMonotonicClock),
      shortTermRows: await openShortTermRowsOfFolder(layout.shortTermRows),
      areShared: false,
      warnings: [],
      rewriteServerLogs: TE.right(undefined),
      rewriteServerKeys: TE.right(undefined),
    })
  }

/** Opens the stores of a folder. Each write is durable before it is answered. */
export const openStoresInFolder = openFilesWith({
  openKeyFile: openSqliteKeyStore,
  openLog: (_log, file) => openSqliteLog(file),
  keyPlace: ({ keys }) => ({ _tag: 'Files', files: logNames.map((log) => keys[log]) }),
  logPlaces: ({ circulation, persons }) => ({
    circulation: { _tag: 'File', file: circulation },
    persons: { _tag: 'File', file: persons },
  }),
})

/** Opens the stores of a folder for writing in bulk: writes become durable with the next commit. */
export const openBulkStoresInFolder = (commits: BulkFileCommits): OpenPrimaryStores =>
  openFilesWith({
    openKeyFile: openBulkKeyStore(commits),
    openLog: openBulkLog(commits),
    keyPlace: () => undefined,
    logPlaces: () => undefined,
  })
