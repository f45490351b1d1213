import path from 'node:path'
import type { LogName } from '../../../domain/event/stream'

/** The two folders of a backup. Whoever has one of them reads nothing personal. */
export const backupParts = ['logs', 'keys'] as const
export type BackupPart = (typeof backupParts)[number]

/** Where the parts of a backup are. */
export type BackupFolders = Readonly<Record<BackupPart, string>>

/** The folders of a backup that is in one place. */
export const partFoldersOfBackup = (folder: string): BackupFolders => ({
  logs: path.join(folder, 'logs'),
  keys: path.join(folder, 'keys'),
})

export const manifestFile = 'manifest.json'

/** The files of the logs and of the keys, by log, and the other files of a data folder that a backup has. */
export const backupDatabaseFileNames: Readonly<Record<BackupPart, Readonly<Record<LogName, string>>>> = {
  logs: { circulation: 'circulation.db', persons: 'persons.db' },
  keys: { circulation: 'keys-circulation.db', persons: 'keys-persons.db' },
}
export const settingsFiles = ['folder.json', 'clock.json', 'policy.json'] as const
