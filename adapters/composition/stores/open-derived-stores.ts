import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as RA from 'fp-ts/ReadonlyArray'
import * as TE from 'fp-ts/TaskEither'
import * as RNEA from 'fp-ts/ReadonlyNonEmptyArray'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { allReadModels } from '../../../projections/all-read-models'
import type { ReadModelStore } from '../../../projections/read-model/read-model-store'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { LogDigestStore } from '../../stores/log-digests/log-digest-store'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import {
  makeReplaceableReadModels,
  type ReadModelFiles,
  type ReplaceableReadModels,
} from '../../stores/readmodels/replaceable-read-models'
import { createBlindIndex } from '../../stores/readmodels/sqlite/blind-index'
import { copyReadModels } from '../../stores/readmodels/sqlite/copy-read-models'
import { openReadModels } from '../../stores/readmodels/sqlite/open-read-models'
import { openSqliteSchedule } from '../../stores/schedule/sqlite/open-sqlite-schedule'
import { openLogDigestStore } from '../../stores/log-digests/open-log-digest-store'
import type { BulkFileCommits } from '../../stores/sqlite/bulk/bulk-file-commits'
import { removeDatabase, removeFiles, sideFilesOf } from '../../stores/sqlite/sqlite-file-removal'
import { commitPolicyOfDurableLogs, type CommitPolicy } from '../../stores/sqlite/delayed-commit-transaction'
import { openDisposableDatabase } from '../../stores/sqlite/open-sqlite-database'
import {
  bulkReadModelSettings,
  bulkScheduleSettings,
  disposableDatabaseSettings,
  type SqliteSettings,
} from '../../stores/sqlite/sqlite-settings'
import { createPrivateFolder } from '../../system/files/private-folder'

/** Stores that are folded from the logs. Each process has its own, in its data folder. */
export interface DerivedStores {
  readonly schedule: Schedule
  readonly readModels: ReplaceableReadModels
  readonly logDigests: LogDigestStore
}

/** The most bytes of derived stores that wait in memory while a folder is written in bulk; less than their page caches. */
const maxReadModelBytesInMemory = 24 * 1024 * 1024
const maxScheduleBytesInMemory = 6 * 1024 * 1024

/** Opens a disposable file. A file that is missing, damaged or under another key is made again, and folded from the logs. */
const openDisposableFile = <A>(file: string, open: (file: string) => E.Either<StoreUnavailable, A>) =>
  pipe(
    open(file),
    E.orElse(() => {
      createPrivateFolder(path.dirname(file))
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
export const derivedFileSettingsForDurableLogs: DerivedFiles = {
  scheduleSettings: disposableDatabaseSettings,
  readModelSettings: disposableDatabaseSettings,
  schedule: commitPolicyOfDurableLogs,
  readModels: commitPolicyOfDurableLogs,
}

/** Files beside logs that are written in bulk. */
export const derivedFilesOfBulkLogs = ({ commitAll: commitLogs }: BulkFileCommits): DerivedFiles => ({
  scheduleSettings: bulkScheduleSettings,
  readModelSettings: bulkReadModelSettings,
  schedule: { maxBytesInMemory: maxScheduleBytesInMemory, commitLogs },
  readModels: { maxBytesInMemory: maxReadModelBytesInMemory, commitLogs },
})

/** The keys of the files of derived stores, 32 bytes each. */
export interface KeysOfDerivedStores {
  /** Of the schedule and the digests of the logs, which outlive an epoch. */
  readonly lasting: Uint8Array
  /** By epoch, the current one first: an interrupted roll leaves the file under the key of the epoch before. */
  readonly readModels: RNEA.ReadonlyNonEmptyArray<Uint8Array>
  /** Of the blind indexes in the read models, whatever the epoch: rows are copied into the file of the next one. */
  readonly blindIndexes: Uint8Array
}

const readModelFiles = (
  { readModelSettings, readModels }: DerivedFiles,
  { readModels: inUse, nextReadModels }: DataFolderLayout,
  { readModels: keys, blindIndexes }: Pick<KeysOfDerivedStores, 'readModels' | 'blindIndexes'>,
): ReadModelFiles => {
  const blindIndexOf = createBlindIndex(blindIndexes)
  let keysInUse = keys
  let keyOfReplacement = RNEA.head(keys)
  /** The key with which the file in use was opened. */
  let keyOfInUse = RNEA.head(keys)
  const openWith =
    (file: string) =>
    (key: Uint8Array): E.Either<StoreUnavailable, ReadModelStore> =>
      pipe(
        openDisposableDatabase(key)(readModelSettings)(file),
        E.flatMap(openReadModels(allReadModels, readModels, blindIndexOf)),
      )
  const openInUseWith = (file: string) => (key: Uint8Array) =>
    pipe(
      openWith(file)(key),
      E.map((opened) => {
        keyOfInUse = key
        return opened
      }),
    )
  const openWithAny = (file: string) =>
    pipe(
      RNEA.tail(keysInUse),
      RA.reduce(openInUseWith(file)(RNEA.head(keysInUse)), (opened, key) =>
        E.orElse(() => openInUseWith(file)(key))(opened),
      ),
    )
  const removeReplacement = (): void => removeDatabase(nextReadModels)
  return {
    openInUse: () =>
      openDisposableFile(inUse, existsSync(inUse) ? openWithAny : (file) => openInUseWith(file)(RNEA.head(keysInUse))),
    isInUseUnder: (key) => Buffer.from(keyOfInUse).equals(key),
    makeReplacement: (key = RNEA.head(keysInUse)) => {
      removeReplacement()
      keyOfReplacement = key
      return openDisposableFile(nextReadModels, (file) => openWith(file)(key))
    },
    copyToReplacement: (key, stop) =>
      pipe(
        TE.fromIO(() => {
          removeReplacement()
          keyOfReplacement = key
        }),
        TE.flatMap(() => copyReadModels({ file: inUse, key: keyOfInUse }, { file: nextReadModels, key }, stop)),
        TE.flatMapEither(() => openWith(nextReadModels)(key)),
      ),
    removeReplacement,
    replace: () => {
      removeFiles(sideFilesOf(inUse))
      renameSync(nextReadModels, inUse)
      keysInUse = [keyOfReplacement]
    },
  }
}

/** Opens the files of the derived stores, or makes them. */
export const openDerivedStores =
  (files: DerivedFiles) =>
  (layout: DataFolderLayout, keys: KeysOfDerivedStores): E.Either<StoreUnavailable, DerivedStores> => {
    const ofReadModels = readModelFiles(files, layout, keys)
    // A process that was killed during a rebuild leaves its file behind.
    ofReadModels.removeReplacement()
    return pipe(
      E.Do,
      E.bind('schedule', () =>
        openDisposableFile(layout.schedule, openSqliteSchedule(keys.lasting, files.scheduleSettings, files.schedule)),
      ),
      E.bind('logDigests', () => openDisposableFile(layout.logDigests, openLogDigestStore(keys.lasting))),
      E.bind('readModels', () =>
        pipe(
          ofReadModels.openInUse(),
          E.map((opened) => makeReplaceableReadModels(ofReadModels, opened)),
        ),
      ),
    )
  }
