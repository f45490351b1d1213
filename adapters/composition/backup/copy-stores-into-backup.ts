import { chmodSync, copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { ReportBackupProgress } from '../../processes/backup/backup-operations'
import {
  backupDatabaseFileNames,
  settingsFiles,
  type BackupFolders,
  type BackupPart,
} from '../../stores/backup/backup-layout'
import type { DatabaseContentDigest } from '../../stores/sqlite/copying/database-content-digest'
import type { FileCopier } from '../../stores/sqlite/copying/database-file-copier'
import type { DatabaseFileWithKey } from '../../stores/sqlite/copying/open-database-read-only'
import { syncToDisk } from '../../stores/sqlite/sync-to-disk'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { createPrivateFolder } from '../../system/files/private-folder'

/** A file of a backup, what it was copied from, and what was copied. */
export interface CopiedFile {
  readonly part: BackupPart
  readonly log: LogName
  readonly copy: DatabaseFileWithKey
  readonly content: DatabaseContentDigest
}

/** Where the files of a backup are copied, and the keys of those of *persons*. */
export interface BackupCopyPlan {
  readonly layout: DataFolderLayout
  readonly to: BackupFolders
  readonly keyOf: (name: string) => Uint8Array
}

const sourceOf = ({ layout }: BackupCopyPlan, part: BackupPart, log: LogName): string =>
  part === 'logs' ? layout[log] : layout.keys[log]

/** All files that are copied. A snapshot of them is of one moment. */
export const sourceFilesOfCopyPlan = (plan: BackupCopyPlan): ReadonlyArray<string> =>
  (['logs', 'keys'] as const).flatMap((part) => logNames.map((log) => sourceOf(plan, part, log)))

/** Where the copy of a file is; that of *persons* is encrypted. */
export const databaseFileInBackup = (
  { to, keyOf }: Omit<BackupCopyPlan, 'layout'>,
  part: BackupPart,
  log: LogName,
): DatabaseFileWithKey => {
  const name = backupDatabaseFileNames[part][log]
  const file = path.join(to[part], name)
  return log === 'persons' ? { file, key: keyOf(name) } : { file }
}

/** Percent, so that nobody reads off the progress how many rows *persons* has. */
export const toPercentProgress = (done: number, total: number): readonly [number, number] => [
  total === 0 ? 100 : Math.floor((100 * done) / total),
  100,
]

/** Copies the files of a part from the snapshot that the copier has. */
export const copyPartIntoBackup = async (
  copier: FileCopier,
  plan: BackupCopyPlan,
  part: BackupPart,
  report: ReportBackupProgress,
): Promise<E.Either<StoreUnavailable, ReadonlyArray<CopiedFile>>> => {
  const copied: CopiedFile[] = []
  createPrivateFolder(plan.to[part])
  chmodSync(plan.to[part], 0o700)
  for (const log of logNames) {
    const copy = databaseFileInBackup(plan, part, log)
    const size = copy.key === undefined ? 'exact' : 'padded'
    const content = await copier.copy({ source: sourceOf(plan, part, log), copy, size }, (done, total) => {
      report(backupDatabaseFileNames[part][log], ...toPercentProgress(done, total))
    })
    if (E.isLeft(content)) return content
    copied.push({ part, log, copy, content: content.right })
  }
  return E.right(copied)
}

/** Copies the descriptions of the data folder that it has. Throws as `node:fs` does. */
export const copySettingsFiles = ({ layout, to }: BackupCopyPlan): ReadonlyArray<string> =>
  settingsFiles.filter((name) => {
    const source = path.join(layout.root, name)
    if (!existsSync(source)) return false
    const target = path.join(to.logs, name)
    copyFileSync(source, target)
    chmodSync(target, 0o600)
    syncToDisk(target)
    return true
  })
