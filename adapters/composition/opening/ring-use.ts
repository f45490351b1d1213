import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { streamNameOf } from '../../../domain/event/stream'
import type { Epoch } from '../../../retention/keys/kek-ring'
import { dataFolderLayout, type DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { FolderError } from '../../stores/data-folder/folder-error'
import { findFolderLockState } from '../../stores/data-folder/lock-folder'
import {
  isFolderUsingRingGone,
  readRingTokens,
  writeFolderTokensForRing,
} from '../../stores/data-folder/ring-token-file'
import { noteEndedEpochsInOlderRing } from '../../stores/kek-ring/files/note-ended-epochs-in-older-ring'
import type { LibraryStores } from '../stores/library-stores'
import {
  readFolderUsingRing,
  writeFolderUsingRing,
  type FolderUsingRing,
} from '../../stores/kek-ring/files/ring-use-file'

/** The use of a ring by the data folder that this process owns. */
export interface RingOwnership {
  /** Whether no other data folder has begun to use the ring. */
  readonly isOwned: () => boolean
}

/** Logs and keys on servers share a ring by other rules. */
const sharedRing: RingOwnership = { isOwned: () => true }

/** Whether the folder that used the ring before is gone: it was at this place, or has the token no more. */
const isFormerFolderGone = ({ token, host, folder }: FolderUsingRing, root: string): boolean => {
  if (host !== hostname()) return false
  return folder === path.resolve(root) || isFolderUsingRingGone(folder, token)
}

/**
 * Why a ring cannot be taken: a process of this machine has the folder open that uses the ring, and would go on with it, or
 * this user cannot see whether one has. Undefined when it can.
 */
const findObstacleToTaking = ({ host, folder }: FolderUsingRing): 'RingIsServed' | 'RingUseUnknown' | undefined => {
  if (host !== hostname()) return undefined
  const obstacles = { free: undefined, locked: 'RingIsServed', unknown: 'RingUseUnknown' } as const
  return obstacles[findFolderLockState(dataFolderLayout(folder))]
}

/**
 * Checks that no other data folder uses the ring: two folders on one ring renew its wrapping keys without each other, and
 * then neither can be read. A ring is not taken from a folder of this machine that is open, or that this user cannot see. A
 * folder that was moved still has its token; one that was restored, or copied before the ring was used again, has not.
 */
export const requireRingNotUsedElsewhere = (
  { root, ring }: Pick<DataFolderLayout, 'root' | 'ring'>,
  takesRing: boolean,
): E.Either<FolderError, void> => {
  const use = readFolderUsingRing(ring)
  const isFree = use === undefined || readRingTokens(root).includes(use.token) || isFormerFolderGone(use, root)
  if (isFree) return E.right(undefined)
  const obstacle = takesRing ? findObstacleToTaking(use) : 'RingInUse'
  if (obstacle === undefined) return E.right(undefined)
  return E.left({
    _tag: obstacle,
    ...{ folder: root, ring, usedBy: use.folder, host: use.host },
  })
}

/**
 * Notes in the ring that this folder uses it, with a new token, so that a copy of the folder is noticed. The folder knows
 * the token first: a crash in between leaves the one before. A ring that cannot be written is used without a note.
 */
const noteRingUse = async ({ root, ring }: Pick<DataFolderLayout, 'root' | 'ring'>): Promise<RingOwnership> => {
  const token = randomUUID()
  const noted = await TE.tryCatch(async () => {
    const before = readFolderUsingRing(ring)?.token
    writeFolderTokensForRing(root, before === undefined ? [token] : [token, before])
    await writeFolderUsingRing(ring, { token, host: hostname(), folder: path.resolve(root) })
  }, E.toError)()
  return E.isLeft(noted) ? sharedRing : { isOwned: () => (readFolderUsingRing(ring)?.token ?? token) === token }
}

/** Whether the log says that the wrapping key of an epoch was destroyed. False also when it cannot be read. */
const isDestructionDeclared =
  ({ circulation }: LibraryStores['logs']) =>
  async (epoch: Epoch): Promise<boolean> => {
    try {
      const pages = circulation.readStream(streamNameOf('epoch')(String(epoch)), { direction: 'forwards', limit: 1 })
      for await (const page of pages)
        if (page.some(({ codeFault, rangeFault }) => codeFault === undefined && rangeFault === undefined)) return true
    } catch {
      // Without the log nothing is noted; the next start looks again.
    }
    return false
  }

/** Begins the use of a ring by a process that serves a library, and notes in the ring which epochs have ended. */
export const beginRingUse = async (
  layout: Pick<DataFolderLayout, 'root' | 'ring' | 'ringPlaces'>,
  { ring, logs }: Pick<LibraryStores, 'ring' | 'logs'>,
  isInFolder: boolean,
): Promise<RingOwnership> => {
  await noteEndedEpochsInOlderRing(layout.ring, layout.ringPlaces, ring, isDestructionDeclared(logs))
  return isInFolder ? noteRingUse(layout) : sharedRing
}
