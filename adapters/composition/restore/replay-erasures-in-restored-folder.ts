import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { UnreadableScope } from '../../processes/backup/restore-summary'
import { createCertificateVerification } from '../../../retention/certificates/certificate-verification'
import { createProjectorGroup } from '../../processes/projectors/projector-group'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { readFolderDescription } from '../../stores/data-folder/folder-description'
import type { FolderError } from '../../stores/data-folder/folder-error'
import { systemRandom } from '../../system/random/system-random'
import { createKeysAndDecoder } from '../opening/create-keys-and-decoder'
import { openLibraryClock } from '../opening/open-library-clock'
import { createProjectorOfSchedule } from '../opening/projectors'
import { openAndReplayErasureReceipt } from '../receipt/open-and-replay-erasure-receipt'
import { closeLibraryStores, openLibraryStores, type LibraryStores } from '../stores/library-stores'
import { openStoresInFolder } from '../stores/open-stores-in-folder'
import type { OpenStoresError } from '../stores/primary-stores'
import { findUnreadableScopes } from './find-unreadable-scopes'
import { replayErasures } from './replay-erasures'

/** What a replay has found and done. */
export interface RestoreReplayResult {
  readonly keysDestroyed: number
  readonly unreadable: ReadonlyArray<UnreadableScope>
}

type ReplayError = OpenStoresError | EventReadError | FolderError

const replayIn = async (
  layout: DataFolderLayout,
  stores: LibraryStores,
  clock: LibraryClock,
  acceptLostReceipt: boolean,
): Promise<E.Either<ReplayError | Unavailable, RestoreReplayResult>> => {
  // Damage is reported when the library is opened; here nothing sealed is read.
  const { keys, eventDecoder, eventTable } = createKeysAndDecoder({
    stores,
    layout,
    alarm: () => undefined,
    keyCapacity: 1,
  })
  const projector = createProjectorOfSchedule(stores.schedule, {
    ...{ keys, checks: createCertificateVerification(stores.ring) },
    evictScopes: () => undefined,
    reportRefusedRuns: () => undefined,
  })
  const catchUpSchedule = createProjectorGroup(stores.logs, eventDecoder.decode, [projector]).catchUp
  const caughtUp = await catchUpSchedule()
  if (E.isLeft(caughtUp)) return caughtUp
  const receipt = await openAndReplayErasureReceipt(layout, {
    ...{ stores, eventTable, clock, random: systemRandom, catchUpSchedule },
    alarm: () => undefined,
    isLossAccepted: acceptLostReceipt,
  })()
  if (E.isLeft(receipt)) return receipt
  const destroyed = await replayErasures(eventTable)(stores)
  if (E.isLeft(destroyed)) return destroyed
  const unreadable = await findUnreadableScopes(stores)
  return E.isLeft(unreadable) ? unreadable : E.right({ keysDestroyed: destroyed.right, unreadable: unreadable.right })
}

/** The clock of the restored folder. That a simulated one is refused in production is said when the folder is opened. */
const openClock = (layout: DataFolderLayout): E.Either<FolderError, LibraryClock> =>
  pipe(
    readFolderDescription(layout),
    E.flatMap((description) => openLibraryClock(layout, description, false)),
    E.map(({ clock }) => clock),
  )

/** Replays the erasures of both logs over the key store of a restored folder, and looks for scopes without keys. */
export const replayErasuresInRestoredFolder = async (
  layout: DataFolderLayout,
  acceptLostReceipt: boolean,
): Promise<E.Either<ReplayError | Unavailable, RestoreReplayResult>> => {
  const clock = openClock(layout)
  if (E.isLeft(clock)) return clock
  const stores = await openLibraryStores(layout, openStoresInFolder(layout))()
  if (E.isLeft(stores)) return stores
  const replayed = await replayIn(layout, stores.right, clock.right, acceptLostReceipt)
  await closeLibraryStores(stores.right)
  return replayed
}
