import { existsSync, mkdirSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { openDurableDatabase } from '../sqlite/open-database'
import { logSettings } from '../sqlite/sqlite-settings'
import type { FolderError } from './folder-error'
import type { DataFolderLayout } from './data-folder-layout'

/** Releases the lock of a folder. */
export type ReleaseFolder = () => void

/**
 * Locks a folder for this process. The operating system holds the lock, and releases it when the process ends in any way.
 */
export const lockFolder = (layout: DataFolderLayout): E.Either<FolderError, ReleaseFolder> => {
  const folder = E.tryCatch(
    () => mkdirSync(layout.root, { recursive: true, mode: 0o700 }),
    (): FolderError => ({ _tag: 'FolderDamaged', folder: layout.root, reason: 'it cannot be made' }),
  )
  if (E.isLeft(folder)) return folder
  const opened = openDurableDatabase({ ...logSettings, busyTimeout: 0 })(layout.ownerLock)
  if (E.isLeft(opened)) return E.left({ _tag: 'FolderInUse', folder: layout.root })
  const db = opened.right
  try {
    db.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS owner (held INTEGER)')
  } catch {
    db.close()
    return E.left({ _tag: 'FolderInUse', folder: layout.root })
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
  if (E.isLeft(locked)) return true
  locked.right()
  return false
}
