import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import type { FolderError } from './folder-error'
import type { Layout } from './layout'
import { writeWhole } from './whole-file'

/** Says of a folder that its logs and keys were moved to servers: nobody works on with what is left in it. */
export const markMoved = (layout: Layout): void => {
  writeWhole(layout.moved, 'The logs and keys of this library were moved to servers.\n')
}

export const isMoved = (layout: Layout): boolean => existsSync(layout.moved)

/** Whether a folder may be opened with its logs and keys in it, or on servers: a library is in one place only. */
export const inItsPlace = (layout: Layout, isElsewhere: boolean): E.Either<FolderError, void> => {
  const { root: folder } = layout
  if (!isElsewhere && isMoved(layout)) return E.left({ _tag: 'FolderMoved', folder })
  if (isElsewhere && !isMoved(layout) && existsSync(layout.circulation))
    return E.left({ _tag: 'FolderNotMoved', folder })
  return E.right(undefined)
}
