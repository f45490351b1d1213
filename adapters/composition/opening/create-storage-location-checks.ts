import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { checkStoresLocation } from '../../stores/data-folder/moved-to-servers'
import { checkRingOfNewFolder } from '../stores/open-or-make-ring'
import { requireRingNotUsedElsewhere } from './ring-use'

/** How a data folder is opened. */
interface OpenedPlace {
  /** Logs and keys are in the folder, and not on servers. */
  readonly isInFolder: boolean
  /** The folder holds a library already. */
  readonly isInUse: boolean
  readonly takesRing: boolean | undefined
}

/**
 * Creates the checks of the places that a library needs, before anything is made in them. The ring of a library that exists
 * is checked when it is open: until then it may be the ring of another library, which has a message of its own.
 */
export const createStorageLocationChecks = (
  layout: DataFolderLayout,
  { isInFolder, isInUse, takesRing = false }: OpenedPlace,
) => {
  /** Refuses a ring that another data folder uses. */
  const checkRing = () => (isInFolder ? requireRingNotUsedElsewhere(layout, takesRing) : E.right(undefined))
  return {
    checkRing,
    checkPlaces: pipe(
      TE.fromEither(checkStoresLocation(layout, !isInFolder)),
      TE.chainW(() => checkRingOfNewFolder(layout)),
      TE.chainEitherKW(() => (isInUse ? E.right(undefined) : checkRing())),
    ),
  }
}
