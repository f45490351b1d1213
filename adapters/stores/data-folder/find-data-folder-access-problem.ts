import { readdirSync, statSync, type Stats } from 'node:fs'
import { errorCodeOf } from '../../system/files/error-code'
import type { FolderError } from './folder-error'
import type { DataFolderLayout } from './data-folder-layout'

/** The code of the error when a folder is listed; undefined when it can be. */
const listingErrorCode = (folder: string): string | undefined => {
  try {
    readdirSync(folder)
    return undefined
  } catch (error) {
    return errorCodeOf(error) ?? ''
  }
}

const [ownerMayWrite, groupMayWrite, othersMayWrite] = [0o200, 0o020, 0o002]

/**
 * Whether the mode of a file lets this user write it. The file is not opened: closing it would release the locks that
 * this process has on it (POSIX).
 */
const mayWrite = ({ mode, uid, gid }: Stats): boolean => {
  const [user, groups] = [process.geteuid?.(), [process.getegid?.(), ...(process.getgroups?.() ?? [])]]
  if (user === undefined || user === 0) return true
  if (user === uid) return (mode & ownerMayWrite) !== 0
  return (mode & (groups.includes(gid) ? groupMayWrite : othersMayWrite)) !== 0
}

/**
 * Why this user cannot use a data folder: it is a file, or cannot be read, or the file that locks it cannot be written.
 * Undefined when nothing stands in the way, also when there is no folder yet. Changes nothing, and opens no file.
 */
export const findDataFolderAccessProblem = ({ root, ownerLock }: DataFolderLayout): FolderError | undefined => {
  const errorCode = listingErrorCode(root)
  if (errorCode === 'ENOENT') return undefined
  if (errorCode === 'ENOTDIR') return { _tag: 'NotAFolder', folder: root }
  if (errorCode !== undefined) return { _tag: 'FolderUnreadable', folder: root }
  const lockFile = statSync(ownerLock, { throwIfNoEntry: false })
  return lockFile === undefined || mayWrite(lockFile) ? undefined : { _tag: 'FolderReadOnly', folder: root }
}
