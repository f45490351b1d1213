import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { ReportBackupProgress } from '../../processes/backup/backup-operations'
import {
  backupParts,
  backupDatabaseFileNames,
  settingsFiles,
  type BackupFolders,
  type BackupPart,
} from '../../stores/backup/backup-layout'
import { markRestoring } from '../../stores/data-folder/restore-marker'
import { createDatabaseFileCopier, type FileCopier } from '../../stores/sqlite/copying/database-file-copier'
import { syncToDisk } from '../../stores/sqlite/sync-to-disk'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { DatabaseContentDigest } from '../../stores/sqlite/copying/database-content-digest'
import { toPercentProgress } from '../backup/copy-stores-into-backup'
import type { VerifiedBackup } from './verify-backup'
import { createPrivateFolder } from '../../system/files/private-folder'

const targetOf = (layout: DataFolderLayout, part: BackupPart, log: LogName): string =>
  part === 'logs' ? layout[log] : layout.keys[log]

const contentOf = ({ logs, keys, personsLog, personsKeys }: VerifiedBackup, part: BackupPart, log: LogName) => {
  if (log === 'persons') return part === 'logs' ? personsLog : personsKeys
  return part === 'logs' ? logs.circulation : keys.circulation
}

const differs: E.Either<StoreUnavailable, never> = E.left({
  _tag: 'StoreUnavailable',
  reason: 'a file that was restored is not as the manifest says when it is read from the disk: the disk fails',
})

const isSame = (one: DatabaseContentDigest, other: DatabaseContentDigest): boolean =>
  one.rows === other.rows && one.sha256 === other.sha256

/** Removes all files of a folder but the ring and the erasure receipt, when they stand within. */
export const clearDataFolder = ({ root, ring, erasureReceipt, restoreMarker }: DataFolderLayout): void => {
  const names = existsSync(root) ? readdirSync(root) : []
  const paths = names
    .map((name) => path.join(root, name))
    .filter((file) => ![ring, path.dirname(erasureReceipt), restoreMarker].includes(file))
  for (const file of paths) rmSync(file, { recursive: true })
  rmSync(restoreMarker, { force: true })
}

const copyFile = async (
  copier: FileCopier,
  from: BackupFolders,
  backup: VerifiedBackup,
  target: { readonly part: BackupPart; readonly log: LogName; readonly file: string },
  report: ReportBackupProgress,
): Promise<E.Either<StoreUnavailable, void>> => {
  const { part, log, file } = target
  const name = backupDatabaseFileNames[part][log]
  const source = path.join(from[part], name)
  const key = log === 'persons' ? { key: backup.keyOf(part)(name) } : {}
  const taken = await copier.takeSnapshot([{ file: source, ...key }])
  if (E.isLeft(taken)) return taken
  const copied = await copier.copy({ source, copy: { file }, size: 'exact' }, (done, total) => {
    report(name, ...toPercentProgress(done, total))
  })
  if (E.isLeft(copied)) return copied
  const read = await copier.readCopy({ file })
  if (E.isLeft(read)) return read
  const expected = contentOf(backup, part, log)
  return read.right !== undefined && isSame(read.right, expected) && isSame(copied.right, expected)
    ? E.right(undefined)
    : differs
}

const copySettings = (from: BackupFolders, { root }: DataFolderLayout): void => {
  for (const name of settingsFiles.filter((each) => existsSync(path.join(from.logs, each)))) {
    copyFileSync(path.join(from.logs, name), path.join(root, name))
    chmodSync(path.join(root, name), 0o600)
    syncToDisk(path.join(root, name))
  }
}

/**
 * Copies a backup into a folder, which is marked first: no process opens it until the mark is removed. Reads every file
 * back, and compares it with the manifests.
 */
export const copyBackupIntoDataFolder = async (
  from: BackupFolders,
  backup: VerifiedBackup,
  layout: DataFolderLayout,
  report: ReportBackupProgress,
): Promise<E.Either<StoreUnavailable, void>> => {
  const keysFolder = path.dirname(layout.keys.circulation)
  createPrivateFolder(layout.root)
  chmodSync(layout.root, 0o700)
  markRestoring(layout)
  mkdirSync(keysFolder, { mode: 0o700 })
  const copier = createDatabaseFileCopier()
  try {
    for (const part of backupParts)
      for (const log of logNames) {
        const file = targetOf(layout, part, log)
        const copied = await copyFile(copier, from, backup, { part, log, file }, report)
        if (E.isLeft(copied)) return copied
      }
    copySettings(from, layout)
    for (const folder of [keysFolder, layout.root]) syncToDisk(folder)
    return E.right(undefined)
  } finally {
    await copier.close()
  }
}
