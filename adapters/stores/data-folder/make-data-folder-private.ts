import { chmodSync, statSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import type { DataFolderLayout } from './data-folder-layout'
import { findDataFolderAccessProblem } from './find-data-folder-access-problem'
import type { FolderError } from './folder-error'
import { createPrivateFolder } from '../../system/files/private-folder'

const rightsOfOthers = 0o077

/** Whether others than the owner have any right in a folder. */
const isOpenToOthers = (folder: string): boolean => (statSync(folder).mode & rightsOfOthers) !== 0

const makeFolder = (folder: string): E.Either<FolderError, unknown> =>
  E.tryCatch(
    () => createPrivateFolder(folder),
    () => ({
      _tag: 'FolderDamaged',
      folder,
      reason: 'it does not exist and cannot be made here: this user may not write in the folder above it',
    }),
  )

/**
 * Makes a folder that only its owner can use. A folder that exists loses the rights of all others, and so protects each
 * file in it. Answers whether others had rights until now.
 */
export const makeFolderPrivate = (layout: DataFolderLayout): E.Either<FolderError, boolean> => {
  const { root: folder } = layout
  const accessProblem = findDataFolderAccessProblem(layout)
  if (accessProblem !== undefined) return E.left(accessProblem)
  const made = makeFolder(folder)
  if (E.isLeft(made)) return made
  if (!isOpenToOthers(folder)) return E.right(false)
  try {
    chmodSync(folder, statSync(folder).mode & ~rightsOfOthers & 0o777)
  } catch {
    return E.left({ _tag: 'FolderNotPrivate', folder })
  }
  // On some file systems the mode cannot be changed, and nobody says so.
  return isOpenToOthers(folder) ? E.left({ _tag: 'FolderNotPrivate', folder }) : E.right(true)
}
