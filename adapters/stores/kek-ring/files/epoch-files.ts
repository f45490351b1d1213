import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { fingerprintOfKeys } from '../../../../retention/event-codes/event-code-keys'
import type { KekRingStorage } from '../../../../retention/keys/make-kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import {
  epochFileName,
  epochsOfFileNames,
  formatEpochFile,
  formatReadModelsFile,
  formatRetiredFile,
  parseEpochFile,
} from './epoch-file'
import { eventCodesFile, formatEventCodesFile } from './event-codes-file'
import type { LastingParts } from './lasting-parts'
import { destroyPrivateFile, readPrivateFile, writePrivateFile } from './private-files'
import { makePrivateFolder } from '../../../system/files/make-private-folder'

/** Where the files of a ring are: those in use, and those of retired epochs. */
export interface KekRingFolders {
  readonly ring: string
  readonly escrow: string
  /** The copy of the ring; undefined: there is none. It has no key of read models. */
  readonly copy: string | undefined
}

const orUnavailable = (reason: string, work: () => void): E.Either<Unavailable, void> =>
  E.tryCatch(work, () => keysUnavailable(reason))

const destroyIfThere = (folder: string, name: string): void => {
  if (existsSync(path.join(folder, name))) destroyPrivateFile(folder, name)
}

const names = {
  epoch: epochFileName('epoch'),
  readModels: epochFileName('read-models'),
  escrow: epochFileName('escrow'),
  destroyed: epochFileName('destroyed'),
}

/** Writes the files of the epochs in a folder anew, so that they name these lasting parts. Throws as `node:fs` does. */
const nameLastingParts = (folder: string, parts: LastingParts): void => {
  for (const epoch of epochsOfFileNames('epoch')(readdirSync(folder))) {
    const keys = parseEpochFile(parts.library, epoch, readPrivateFile(folder, names.epoch(epoch)))
    writePrivateFile(folder, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
  }
}

/** The epochs of a ring in files. Bytes of keys are overwritten with zeros before their file is removed. */
export const epochFiles = ({ ring, escrow, copy }: KekRingFolders, initial: LastingParts): KekRingStorage => {
  const { library } = initial
  let parts = initial
  return {
    storeEpoch: (epoch, keys) =>
      orUnavailable(
        copy === undefined
          ? 'the epoch cannot be written to the ring'
          : 'the epoch cannot be written to the ring, or to its copy in the folder that RING_COPY names',
        () => {
          // The epoch exists when its wrapping key is there, so this file is written last, and after the copy.
          if (copy !== undefined) writePrivateFile(copy, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
          writePrivateFile(ring, names.readModels(epoch), formatReadModelsFile(library, epoch, keys))
          writePrivateFile(ring, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
        },
      ),
    removeEpoch: (epoch) =>
      orUnavailable('the epoch cannot be removed', () => {
        destroyIfThere(ring, names.readModels(epoch))
        destroyIfThere(ring, names.epoch(epoch))
        if (copy !== undefined) destroyIfThere(copy, names.epoch(epoch))
      }),
    storeRetired: (epoch, retired) =>
      orUnavailable(
        'the retired epoch cannot be written to the escrow, in the folder that ESCROW names or in the ring',
        () => {
          makePrivateFolder(escrow)
          const isDestroyed = retired.wrapping === undefined
          const name = isDestroyed ? names.destroyed(epoch) : names.escrow(epoch)
          writePrivateFile(escrow, name, formatRetiredFile(library, epoch, retired))
          // The record comes first: a key that is gone without one would leave its end unrecorded.
          if (isDestroyed) destroyIfThere(escrow, names.escrow(epoch))
        },
      ),
    storeEventCodes: (codes) =>
      orUnavailable(
        `the ring of wrapping keys cannot be written, and has no current ${eventCodesFile}: start the process first that may write the ring, or copy that file from its ring`,
        () => {
          const folders = copy === undefined ? [ring] : [copy, ring]
          for (const folder of folders) writePrivateFile(folder, eventCodesFile, formatEventCodesFile(library, codes))
          parts = { ...parts, eventCodes: fingerprintOfKeys(codes.keys) }
          for (const folder of folders) nameLastingParts(folder, parts)
        },
      ),
    removeRetired: (epoch) =>
      orUnavailable('the record of a destroyed epoch cannot be removed', () =>
        destroyIfThere(escrow, names.destroyed(epoch)),
      ),
  }
}

const isOverwritten = (folder: string, name: string): boolean => {
  const bytes = readFileSync(path.join(folder, name))
  return bytes.length > 0 && bytes.every((byte) => byte === 0)
}

const removeOverwritten = (folder: string, name: string): void => {
  if (existsSync(path.join(folder, name)) && isOverwritten(folder, name)) destroyPrivateFile(folder, name)
}

/**
 * Finishes what a crash interrupted: keys of which a record says that they are destroyed, and files that are overwritten
 * with zeros and not removed yet. A wrapping key is removed only when it is in escrow, or its destruction is recorded.
 * Throws as `node:fs` does.
 */
export const finishDestruction = ({ ring, escrow }: KekRingFolders): void => {
  const namesInEscrow = existsSync(escrow) ? readdirSync(escrow) : []
  for (const epoch of epochsOfFileNames('destroyed')(namesInEscrow)) {
    destroyIfThere(escrow, names.escrow(epoch))
    removeOverwritten(escrow, names.destroyed(epoch))
  }
  const namesInRing = readdirSync(ring)
  for (const epoch of epochsOfFileNames('read-models')(namesInRing)) removeOverwritten(ring, names.readModels(epoch))
  for (const epoch of epochsOfFileNames('escrow')(namesInEscrow)) removeOverwritten(ring, names.epoch(epoch))
}
