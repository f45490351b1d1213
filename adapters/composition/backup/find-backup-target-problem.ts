import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { backupRefused, type BackupRefused } from '../../processes/backup/backup-operations'
import { backupParts, type BackupFolders } from '../../stores/backup/backup-layout'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'

/** Whether a path is a folder or stands within it. */
export const isPathWithinFolder = (folder: string, file: string): boolean => {
  const relative = path.relative(folder, file)
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}

const listFolder = (folder: string): ReadonlyArray<string> | undefined => {
  try {
    return readdirSync(folder)
  } catch {
    return undefined
  }
}

/**
 * Why nothing can be written into a folder: it is a file, cannot be read, or holds more than the given paths. Undefined
 * when it can.
 */
export const findNewFolderProblem = (
  folder: string,
  mayHold: ReadonlyArray<string> = [],
): BackupRefused | undefined => {
  if (!existsSync(folder)) return undefined
  const names = listFolder(folder)
  if (names === undefined)
    return backupRefused(`${folder} is no folder, or cannot be read`, 'Name a folder that this user can write.')
  return names.every((name) => mayHold.includes(path.join(folder, name)))
    ? undefined
    : backupRefused(`${folder} is not empty`, 'Name a new folder: nothing is overwritten.')
}

/** Why a backup cannot be written into these folders. */
export const findBackupTargetProblem = (layout: DataFolderLayout, to: BackupFolders): BackupRefused | undefined => {
  for (const part of backupParts) {
    const folder = to[part]
    if (isPathWithinFolder(layout.root, folder) || isPathWithinFolder(layout.ring, folder))
      return backupRefused(
        `${folder} is within the data folder or the ring`,
        'Name a folder on another device: a backup must not be lost with them.',
      )
    const problem = findNewFolderProblem(folder)
    if (problem !== undefined) return problem
  }
  return isPathWithinFolder(to.logs, to.keys) || isPathWithinFolder(to.keys, to.logs)
    ? backupRefused('The folder of the keys and that of the logs stand within each other', 'Name two folders apart.')
    : undefined
}
