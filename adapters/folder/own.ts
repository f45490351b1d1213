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
