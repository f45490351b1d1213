import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import type { FolderError } from './folder-error'
import type { DataFolderLayout } from './data-folder-layout'
import { writeFileAtomically } from './write-file-atomically'

/** Marks a folder whose logs and keys were moved to servers, so that no process uses the copies in the folder. */
export const markMovedToServers = (layout: DataFolderLayout): void => {
  writeFileAtomically(layout.movedMarker, 'The logs and keys of this library were moved to servers.\n')
}

export const isMovedToServers = (layout: DataFolderLayout): boolean => existsSync(layout.movedMarker)

/** Checks that logs and keys are opened where they are, in the folder or on servers: never in both places. */
export const checkStoresLocation = (layout: DataFolderLayout, isOnServers: boolean): E.Either<FolderError, void> => {
  const { root: folder } = layout
  if (!isOnServers && isMovedToServers(layout)) return E.left({ _tag: 'FolderMoved', folder })
  if (isOnServers && !isMovedToServers(layout) && existsSync(layout.circulation))
    return E.left({ _tag: 'FolderNotMoved', folder })
  return E.right(undefined)
}
