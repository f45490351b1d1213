import { rmSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { hasFolderDescription } from '../../stores/data-folder/folder-description'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { isMovedToServers, markMovedToServers } from '../../stores/data-folder/moved-to-servers'
import { lockFolder } from '../../stores/data-folder/lock-folder'
import { migrateLibrary, type LibraryMigrationResult } from '../../stores/migration/migrate-library'
import { circulationReactorName } from '../use-cases/start-circulation-reactor'
import { closePrimaryStores, type OpenPrimaryStores, type PrimaryStores } from '../stores/primary-stores'
import { openStoresInFolder } from '../stores/open-stores-in-folder'
import { withTotalsInProgressReports, type ReportLogCopyProgress } from './with-totals-in-progress-reports'
import {
  refusalOfFailedMigration,
  toStoresNotOpenedRefusal,
  migrationRefusalOfFolderError,
  migratedAlready,
  toMigrationRefusal,
  type MigrationRefusal,
} from './migration-refusal'
import { thenClose } from '../../system/concurrency/then-close'

const closeAfterwards =
  <A>(stores: PrimaryStores) =>
  (task: TE.TaskEither<MigrationRefusal, A>): TE.TaskEither<MigrationRefusal, A> =>
  () =>
    thenClose(task(), () => closePrimaryStores(stores))

const copyToServers =
  (source: PrimaryStores, reportProgress: ReportLogCopyProgress) =>
  (target: PrimaryStores): TE.TaskEither<MigrationRefusal, LibraryMigrationResult> =>
    pipe(
      TE.fromTask(withTotalsInProgressReports(source.logs, reportProgress)),
      TE.chain((reportLogProgress) => migrateLibrary(source, target, [circulationReactorName], reportLogProgress)),
      TE.mapLeft(refusalOfFailedMigration),
      closeAfterwards(target),
    )

const copyLibrary = (
  layout: DataFolderLayout,
  openTarget: OpenPrimaryStores,
  reportProgress: ReportLogCopyProgress,
): TE.TaskEither<MigrationRefusal, LibraryMigrationResult> =>
  pipe(
    openStoresInFolder(layout),
    TE.mapLeft(toStoresNotOpenedRefusal('The library in the folder')),
    TE.chain((source) =>
      pipe(
        openTarget(layout),
        TE.mapLeft(toStoresNotOpenedRefusal('The library on the servers')),
        TE.chain(copyToServers(source, reportProgress)),
        closeAfterwards(source),
      ),
    ),
  )

/** Marks the folder as moved to servers. Removes its read models, because they hold positions of the old logs. */
const markAsMigrated = (layout: DataFolderLayout): void => {
  markMovedToServers(layout)
  rmSync(path.dirname(layout.readModels), { recursive: true, force: true })
}

const requireUnmovedLibrary = (layout: DataFolderLayout): E.Either<MigrationRefusal, void> => {
  if (!hasFolderDescription(layout)) return E.left(toMigrationRefusal(`There is no library in ${layout.root}.`))
  return isMovedToServers(layout) ? E.left(migratedAlready(layout)) : E.right(undefined)
}

/**
 * Copies the library of a folder to servers, which no process may serve yet, and proves that the copy is equal. Marks the
 * folder as moved. The folder keeps its logs and keys until somebody removes them.
 */
export const migrateFolderToServers = (
  layout: DataFolderLayout,
  openTarget: OpenPrimaryStores,
  reportProgress: ReportLogCopyProgress,
): TE.TaskEither<MigrationRefusal, LibraryMigrationResult> =>
  pipe(
    TE.fromEither(requireUnmovedLibrary(layout)),
    TE.chain(() => TE.fromEither(E.mapLeft(migrationRefusalOfFolderError)(lockFolder(layout)))),
    TE.chain((releaseFolder) =>
      pipe(
        copyLibrary(layout, openTarget, reportProgress),
        TE.map((result) => {
          markAsMigrated(layout)
          return result
        }),
        (task) => () => task().finally(releaseFolder),
      ),
    ),
  )
