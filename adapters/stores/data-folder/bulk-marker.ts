import { existsSync, rmSync } from 'node:fs'
import type { DataFolderLayout } from './data-folder-layout'
import { writeFileAtomically } from './write-file-atomically'

/** Marks a folder whose files are written in bulk: the day in clock.json may be behind the days that the log has closed. */
export const markBulkWriting = ({ bulkMarker }: DataFolderLayout): void => {
  writeFileAtomically(bulkMarker, 'An import is writing this folder, or was interrupted.\n')
}

export const isMarkedBulkWriting = ({ bulkMarker }: DataFolderLayout): boolean => existsSync(bulkMarker)

export const unmarkBulkWriting = ({ bulkMarker }: DataFolderLayout): void => rmSync(bulkMarker, { force: true })
