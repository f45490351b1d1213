import { createHmac } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { ReadModelStore } from '../../../projections/read-model/read-model-store'
import { allReadModels } from '../../../projections/all-read-models'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { openReadModels } from '../../stores/readmodels/sqlite/open-read-models'
import { openSqliteSchedule } from '../../stores/schedule/sqlite/open-sqlite-schedule'
import { openDisposableDatabase } from '../../stores/sqlite/open-database'
import { besideDurableLogs, type BesideBulkLogs } from '../../stores/sqlite/deferred-commits'
import {
  bulkReadModelSettings,
  bulkScheduleSettings,
  disposableSettings,
  type SqliteSettings,
} from '../../stores/sqlite/sqlite-settings'
import type { BulkCommits } from '../../stores/sqlite/bulk/bulk-commits'
import { openBulkStoresInFolder } from './open-stores-in-folder'
import { closePrimaryStores, type OpenStoresError, type PrimaryStores } from './primary-stores'

/** Stores that are folded from the logs. Each process has its own, in its data folder. */
export interface DerivedStores {
  readonly schedule: Schedule
  readonly readModels: ReadModelStore
}

/** All stores that a process works with. */
export interface LibraryStores extends PrimaryStores, DerivedStores {
  /** Makes everything durable that was answered before. Does nothing where each answer is durable already. */
  readonly flush: TE.TaskEither<StoreUnavailable, void>
  /** When the derived stores are committed: periodically, or with each flush. */
  readonly derivedCommits: 'periodic' | 'with flush'
}

/** The derived stores, and when they are committed. */
type OpenedDerivedStores = Omit<LibraryStores, keyof PrimaryStores>

/** The most bytes of derived stores that wait in memory while a folder is written in bulk; less than their page caches. */
const maxReadModelBytesInMemory = 24 * 1024 * 1024
const maxScheduleBytesInMemory = 6 * 1024 * 1024

/** Opens a disposable file. A file that is missing, damaged or under another key is made again, and folded from the logs. */
const openDisposableFile = <A>(file: string, open: (file: string) => E.Either<StoreUnavailable, A>) =>
  pipe(
    open(file),
    E.orElse(() => {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
      return open(file)
    }),
  )

/** How the files of the derived stores are written. */
interface DerivedFiles {
  readonly scheduleSettings: SqliteSettings
  readonly readModelSettings: SqliteSettings
  readonly schedule: BesideBulkLogs
  readonly readModels: BesideBulkLogs
}

const servedFiles: DerivedFiles = {
  scheduleSettings: disposableSettings,
  readModelSettings: disposableSettings,
  schedule: besideDurableLogs,
  readModels: besideDurableLogs,
}

const bulkFiles = ({ commitAll: commitLogs }: BulkCommits): DerivedFiles => ({
  scheduleSettings: bulkScheduleSettings,
  readModelSettings: bulkReadModelSettings,
  schedule: { maxBytesInMemory: maxScheduleBytesInMemory, commitLogs },
  readModels: { maxBytesInMemory: maxReadModelBytesInMemory, commitLogs },
})

const openDerivedStores =
  (files: DerivedFiles) =>
  (layout: DataFolderLayout, readModelKey: Uint8Array): E.Either<StoreUnavailable, DerivedStores> =>
    pipe(
      E.Do,
      E.bind('schedule', () =>
        openDisposableFile(layout.schedule, openSqliteSchedule(readModelKey, files.scheduleSettings, files.schedule)),
      ),
      E.bind('readModels', () =>
        openDisposableFile(layout.readModels, (file) =>
          pipe(
            openDisposableDatabase(readModelKey)(files.readModelSettings)(file),
            E.flatMap(openReadModels(allReadModels, files.readModels)),
          ),
        ),
      ),
    )

/** Derives the key of this process's derived stores from the ring and from the secret of its folder, so that neither of them is enough. */
const deriveReadModelKey = ({ ring, coordination }: PrimaryStores): TE.TaskEither<OpenStoresError, Uint8Array> =>
  pipe(
    TE.Do,
    TE.bindW('ringKey', () => ring.readModelKey(ring.currentEpoch())),
    TE.bindW('secret', () => coordination.processRegistry.folderSecret),
    TE.map(({ ringKey, secret }) => createHmac('sha256', ringKey).update('glemsom 1 views').update(secret).digest()),
  )

type OpenDerivedStores = (
  layout: DataFolderLayout,
  readModelKey: Uint8Array,
) => E.Either<StoreUnavailable, OpenedDerivedStores>

const openWithDerivedStores =
  (openDerived: OpenDerivedStores) =>
  (
    layout: DataFolderLayout,
    openPrimary: TE.TaskEither<OpenStoresError, PrimaryStores>,
  ): TE.TaskEither<OpenStoresError, LibraryStores> =>
    pipe(
      openPrimary,
      TE.chainW((primaryStores) =>
        pipe(
          deriveReadModelKey(primaryStores),
          TE.chainEitherKW((readModelKey) => openDerived(layout, readModelKey)),
          TE.map((derivedStores) => ({ ...primaryStores, ...derivedStores })),
          TE.orElseFirstTaskK(() => () => closePrimaryStores(primaryStores)),
        ),
      ),
    )

/** Opens the primary stores, wherever they are, and the derived stores of this process. */
export const openLibraryStores = openWithDerivedStores((...place) =>
  pipe(
    openDerivedStores(servedFiles)(...place),
    E.map((stores) => ({ ...stores, flush: TE.right(undefined), derivedCommits: 'periodic' as const })),
  ),
)

const withFlush =
  (commits: BulkCommits) =>
  ({ schedule, readModels }: DerivedStores): OpenedDerivedStores => {
    const flush = TE.fromIOEither(() => {
      const committed = commits.commitAll()
      if (E.isLeft(committed)) return committed
      schedule.commit()
      return readModels.commit()
    })
    return { schedule, readModels, flush, derivedCommits: 'with flush' }
  }

/** Opens the stores of a folder for writing in bulk. */
export const openBulkLibraryStores = (
  commits: BulkCommits,
  layout: DataFolderLayout,
): TE.TaskEither<OpenStoresError, LibraryStores> =>
  openWithDerivedStores((...place) => pipe(openDerivedStores(bulkFiles(commits))(...place), E.map(withFlush(commits))))(
    layout,
    openBulkStoresInFolder(commits)(layout),
  )

/** Closes the derived stores, then the primary stores. */
export const closeLibraryStores = async (stores: LibraryStores): Promise<void> => {
  stores.readModels.close()
  stores.schedule.close()
  await closePrimaryStores(stores)
}
