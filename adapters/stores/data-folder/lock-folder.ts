import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { openDurableDatabase } from '../sqlite/open-sqlite-database'
import { isDamageReason, sqliteUnavailable } from '../sqlite/sqlite-failure'
import { eventLogSqliteSettings } from '../sqlite/sqlite-settings'
import { findDataFolderAccessProblem } from './find-data-folder-access-problem'
import type { FolderError } from './folder-error'
import type { DataFolderLayout } from './data-folder-layout'

/** A file that exists is not opened: closing it would release the locks that this process has on it (POSIX). */
const makeFileIfMissing = ({ root, ownerLock }: DataFolderLayout): E.Either<FolderError, void> =>
  existsSync(ownerLock)
    ? E.right(undefined)
    : E.tryCatch(
        () => closeSync(openSync(ownerLock, 'a', 0o600)),
        (): FolderError => ({ _tag: 'FolderReadOnly', folder: root }),
      )

/** A file that this user may write is locked by another process, unless the disk or its content says otherwise. */
const lockError = ({ root }: DataFolderLayout, { reason }: StoreUnavailable): FolderError => {
  if (isDamageReason(reason))
    return {
      _tag: 'FolderDamaged',
      folder: root,
      reason: `owner.db cannot be opened: ${reason}. Remove it while no process uses the folder: it holds nothing but the lock, and is made again`,
    }
  return { _tag: reason.includes('SQLITE_READONLY') ? 'FolderReadOnly' : 'FolderInUse', folder: root }
}

/** Releases the lock of a folder. */
export type ReleaseFolderLock = () => void

/**
 * Locks a folder, which must exist, for this process. The operating system holds the lock, and releases it when the
 * process ends in any way.
 */
export const lockFolder = (layout: DataFolderLayout): E.Either<FolderError, ReleaseFolderLock> => {
  const accessProblem = findDataFolderAccessProblem(layout)
  if (accessProblem !== undefined) return E.left(accessProblem)
  const writable = makeFileIfMissing(layout)
  if (E.isLeft(writable)) return writable
  const opened = openDurableDatabase({ ...eventLogSqliteSettings, busyTimeout: 0 })(layout.ownerLock)
  if (E.isLeft(opened)) return E.left(lockError(layout, opened.left))
  const db = opened.right
  try {
    db.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS owner (held INTEGER)')
  } catch (error) {
    db.close()
    return E.left(lockError(layout, sqliteUnavailable(error)))
  }
  return E.right(() => {
    db.exec('ROLLBACK')
    db.close()
  })
}

/** Whether a process has locked the folder now. */
export const isFolderLocked = (layout: DataFolderLayout): boolean => {
  if (!existsSync(layout.ownerLock)) return false
  const locked = lockFolder(layout)
  if (E.isLeft(locked)) return locked.left._tag === 'FolderInUse'
  locked.right()
  return false
}

/**
 * Whether a folder may be locked now: `free`, also when there is no such folder, `locked`, or `unknown`, when this user
 * cannot see it.
 */
export const findFolderLockState = (layout: DataFolderLayout): 'free' | 'locked' | 'unknown' => {
  try {
    if (findDataFolderAccessProblem(layout) !== undefined) return 'unknown'
    if (statSync(layout.ownerLock, { throwIfNoEntry: false }) === undefined) return 'free'
    const locked = lockFolder(layout)
    if (E.isLeft(locked)) return locked.left._tag === 'FolderInUse' ? 'locked' : 'unknown'
    locked.right()
    return 'free'
  } catch {
    return 'unknown'
  }
}
