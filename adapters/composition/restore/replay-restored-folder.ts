import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { UnreadableScope } from '../../processes/backup/restore-operations'
import { createProjectorGroup } from '../../processes/projectors/projector-group'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { createKeysAndDecoder } from '../opening/create-keys-and-decoder'
import { scheduleProjector } from '../opening/projectors'
import { closeLibraryStores, openLibraryStores, type LibraryStores } from '../stores/library-stores'
import { openStoresInFolder } from '../stores/open-stores-in-folder'
import type { OpenStoresError } from '../stores/primary-stores'
import { findUnreadableScopes } from './find-unreadable-scopes'
import { replayErasures } from './replay-erasures'

/** What a replay has found and done. */
export interface ReplayedFolder {
  readonly keysDestroyed: number
  readonly unreadable: ReadonlyArray<UnreadableScope>
}

type ReplayError = OpenStoresError | EventReadError

const replayIn = async (
  layout: DataFolderLayout,
  stores: LibraryStores,
): Promise<E.Either<ReplayError | Unavailable, ReplayedFolder>> => {
  // Damage is reported when the library is opened; here nothing sealed is read.
  const { keys, eventDecoder, eventTable } = createKeysAndDecoder({
    stores,
    layout,
    alarm: () => undefined,
    keyCapacity: 1,
  })
  const projector = scheduleProjector(stores.schedule, keys, () => undefined)
  const caughtUp = await createProjectorGroup(stores.logs, eventDecoder.decode, [projector]).catchUp()
  if (E.isLeft(caughtUp)) return caughtUp
  const destroyed = await replayErasures(eventTable)(stores)
  if (E.isLeft(destroyed)) return destroyed
  const unreadable = await findUnreadableScopes(stores)
  return E.isLeft(unreadable) ? unreadable : E.right({ keysDestroyed: destroyed.right, unreadable: unreadable.right })
}

/** Replays the erasures of both logs over the key store of a restored folder, and looks for scopes without keys. */
export const replayRestoredFolder = async (
  layout: DataFolderLayout,
): Promise<E.Either<ReplayError | Unavailable, ReplayedFolder>> => {
  const stores = await openLibraryStores(layout, openStoresInFolder(layout))()
  if (E.isLeft(stores)) return stores
  const replayed = await replayIn(layout, stores.right)
  await closeLibraryStores(stores.right)
  return replayed
}
