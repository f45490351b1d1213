import { existsSync, rmSync } from 'node:fs'
import { syncToDisk } from '../sqlite/sync-to-disk'
import type { DataFolderLayout } from './data-folder-layout'
import { writeFileAtomically } from './write-file-atomically'

/** Marks a folder that a backup is being restored into, so that no process opens a part of a library. */
export const markRestoring = ({ restoreMarker }: DataFolderLayout): void =>
  writeFileAtomically(restoreMarker, 'A backup is being restored here. "glemsom restore" begins again.\n')

export const isRestoring = ({ restoreMarker }: DataFolderLayout): boolean => existsSync(restoreMarker)

/** Removes the mark durably: everything else in the folder is durable already. */
export const unmarkRestoring = ({ root, restoreMarker }: DataFolderLayout): void => {
  rmSync(restoreMarker)
  syncToDisk(root)
}
