import { closeSync, existsSync, openSync, readdirSync } from 'node:fs'
import type { FolderError } from './folder-error'
import type { DataFolderLayout } from './data-folder-layout'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

const errorByCode = (folder: string, code: string, whenDenied: 'FolderUnreadable' | 'FolderReadOnly'): FolderError => {
  if (code === 'ENOTDIR') return { _tag: 'NotAFolder', folder }
  if (code === 'EROFS') return { _tag: 'FolderReadOnly', folder }
  return { _tag: whenDenied, folder }
}

/** Calls a function of the file system. Answers the code of its error; undefined when it succeeds. */
const errorCodeOf = (call: () => unknown): string | undefined => {
  try {
    call()
    return undefined
  } catch (error) {
    return codeOf(error)
  }
}

/**
 * Why this user cannot use a data folder: it is a file, or cannot be read, or the file that locks it cannot be written.
 * Undefined when nothing stands in the way, also when there is no folder yet. Changes nothing.
 */
export const findAccessProblem = ({ root, ownerLock }: DataFolderLayout): FolderError | undefined => {
  const listing = errorCodeOf(() => readdirSync(root))
  if (listing === 'ENOENT') return undefined
  if (listing !== undefined) return errorByCode(root, listing, 'FolderUnreadable')
  if (!existsSync(ownerLock)) return undefined
  const writing = errorCodeOf(() => closeSync(openSync(ownerLock, 'r+')))
  return writing === undefined ? undefined : errorByCode(root, writing, 'FolderReadOnly')
}
