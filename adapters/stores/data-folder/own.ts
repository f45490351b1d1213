import { existsSync, mkdirSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { openTruth } from '../sqlite/open'
import { forLog } from '../sqlite/settings'
import type { FolderError } from './folder-error'
import type { Layout } from './layout'

/** Lets the folder go. */
export type LetGo = () => void

/**
 * Makes this process the one owner of a folder. The lock is the operating system's: it goes with the process, however
 * the process ends.
 */
export const own = (layout: Layout): E.Either<FolderError, LetGo> => {
  const folder = E.tryCatch(
    () => mkdirSync(layout.root, { recursive: true, mode: 0o700 }),
    (): FolderError => ({ _tag: 'FolderDamaged', folder: layout.root, reason: 'it cannot be made' }),
  )
  if (E.isLeft(folder)) return folder
  const opened = openTruth({ ...forLog, busyTimeout: 0 })(layout.owner)
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

/** Whether some process owns the folder now. */
export const isOwned = (layout: Layout): boolean => {
  if (!existsSync(layout.owner)) return false
  const owned = own(layout)
  if (E.isLeft(owned)) return true
  owned.right()
  return false
}
