import { mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { allReadModels } from '../../../projections/all-read-models'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { LogDigests } from '../../stores/log-digests/log-digests'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import {
  makeReplaceableReadModels,
  type ReadModelFiles,
  type ReplaceableReadModels,
} from '../../stores/readmodels/replaceable-read-models'
import { openReadModels } from '../../stores/readmodels/sqlite/open-read-models'
import { openSqliteSchedule } from '../../stores/schedule/sqlite/open-sqlite-schedule'
import { openLogDigests } from '../../stores/log-digests/open-log-digests'
import type { BulkCommits } from '../../stores/sqlite/bulk/bulk-commits'
import { removeDatabase, removeFiles, sideFilesOf } from '../../stores/sqlite/database-files'
import { independentCommits, type CommitPolicy } from '../../stores/sqlite/deferrable-transaction'
import { openDisposableDatabase } from '../../stores/sqlite/open-database'
import {
  bulkReadModelSettings,
  bulkScheduleSettings,
  disposableSettings,
  type SqliteSettings,
} from '../../stores/sqlite/sqlite-settings'

/** Stores that are folded from the logs. Each process has its own, in its data folder. */
export interface DerivedStores {
  readonly schedule: Schedule
  readonly readModels: ReplaceableReadModels
  readonly logDigests: LogDigests
}

/** The most bytes of derived stores that wait in memory while a folder is written in bulk; less than their page caches. */
const maxReadModelBytesInMemory = 24 * 1024 * 1024
const maxScheduleBytesInMemory = 6 * 1024 * 1024

/** Opens a disposable file. A file that is missing, damaged or under another key is made again, and folded from the logs. */
const openDisposableFile = <A>(file: string, open: (file: string) => E.Either<StoreUnavailable, A>) =>
  pipe(
    open(file),
    E.orElse(() => {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      removeDatabase(file)
      return open(file)
    }),
  )

/** How the files of the derived stores are written. */
interface DerivedFiles {
  readonly scheduleSettings: SqliteSettings
  readonly readModelSettings: SqliteSettings
  readonly schedule: CommitPolicy
  readonly readModels: CommitPolicy
}

/** Files beside logs whose appends are durable when they are answered. */
export const derivedFilesOfDurableLogs: DerivedFiles = {
  scheduleSettings: disposableSettings,
  readModelSettings: disposableSettings,
  schedule: independentCommits,
  readModels: independentCommits,
}

/** Files beside logs that are written in bulk. */
export const derivedFilesOfBulkLogs = ({ commitAll: commitLogs }: BulkCommits): DerivedFiles => ({
  scheduleSettings: bulkScheduleSettings,
  readModelSettings: bulkReadModelSettings,
  schedule: { maxBytesInMemory: maxScheduleBytesInMemory, commitLogs },
  readModels: { maxBytesInMemory: maxReadModelBytesInMemory, commitLogs },
})

const readModelFiles = (
  { readModelSettings, readModels }: DerivedFiles,
  { readModels: inUse, nextReadModels }: DataFolderLayout,
  readModelKey: Uint8Array,
): ReadModelFiles => {
  const open = (file: string) =>
    openDisposableFile(file, (path) =>
      pipe(
        openDisposableDatabase(readModelKey)(readModelSettings)(path),
        E.flatMap(openReadModels(allReadModels, readModels)),
      ),
    )
  const removeReplacement = (): void => removeDatabase(nextReadModels)
  return {
    openInUse: () => open(inUse),
    makeReplacement: () => {
      removeReplacement()
      return open(nextReadModels)
    },
    removeReplacement,
    replace: () => {
      removeFiles(sideFilesOf(inUse))
      renameSync(nextReadModels, inUse)
    },
  }
}

/** Opens the files of the derived stores, or makes them. */
export const openDerivedStores =
  (files: DerivedFiles) =>
  (layout: DataFolderLayout, readModelKey: Uint8Array): E.Either<StoreUnavailable, DerivedStores> => {
    const ofReadModels = readModelFiles(files, layout, readModelKey)
    // A process that was killed during a rebuild leaves its file behind.
    ofReadModels.removeReplacement()
    return pipe(
      E.Do,
      E.bind('schedule', () =>
        openDisposableFile(layout.schedule, openSqliteSchedule(readModelKey, files.scheduleSettings, files.schedule)),
      ),
      E.bind('logDigests', () => openDisposableFile(layout.logDigests, openLogDigests(readModelKey))),
      E.bind('readModels', () =>
        pipe(
          ofReadModels.openInUse(),
          E.map((opened) => makeReplaceableReadModels(ofReadModels, opened)),
        ),
      ),
    )
  }
