import { readdirSync, statSync, type Stats } from 'node:fs'
import type { FolderError } from './folder-error'
import type { DataFolderLayout } from './data-folder-layout'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

const errorByCode = (folder: string, code: string): FolderError =>
  code === 'ENOTDIR' ? { _tag: 'NotAFolder', folder } : { _tag: 'FolderUnreadable', folder }

/** Calls a function of the file system. Answers the code of its error; undefined when it succeeds. */
const errorCodeOf = (call: () => unknown): string | undefined => {
  try {
    call()
    return undefined
  } catch (error) {
    return codeOf(error)
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
export const findAccessProblem = ({ root, ownerLock }: DataFolderLayout): FolderError | undefined => {
  const listing = errorCodeOf(() => readdirSync(root))
  if (listing === 'ENOENT') return undefined
  if (listing !== undefined) return errorByCode(root, listing)
  const lockFile = statSync(ownerLock, { throwIfNoEntry: false })
  return lockFile === undefined || mayWrite(lockFile) ? undefined : { _tag: 'FolderReadOnly', folder: root }
}
