import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { fingerprintOfEventCodeKeys } from '../../../../retention/event-codes/derive-first-event-code-keys'
import { laterEpochBegun } from '../../../../retention/keys/changeable-epochs'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import type { KekRingEpochKeys, KekRingStorage } from '../../../../retention/keys/kek-ring-content'
import { noteEndedEpoch } from './ended-epochs-file'
import {
  epochFileNames as names,
  epochsOfFileNames,
  formatEpochFile,
  formatReadModelsKeyFile,
  formatRetiredFile,
  parseEpochFile,
  parseReadModelsFile,
} from './epoch-file'
import { eventCodesFileName, formatEventCodesFile } from './event-codes-file'
import type { RingPartsOfAllEpochs } from './ring-parts-of-all-epochs'
import {
  createPrivateFile,
  destroyPrivateFileIfExists,
  readPrivateFile,
  removeUnfinishedFiles,
  writePrivateFile,
} from './private-files'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { catchAsUnavailable } from './read-ring-file'
import { createPrivateFolder } from '../../../system/files/private-folder'

/** Where the files of a ring are: those in use, and those of retired epochs. */
export interface KekRingFolders {
  readonly ring: string
  readonly escrow: string
  /** The copy of the ring; undefined: there is none. It has no key of read models. */
  readonly copy: string | undefined
}

const isOverwritten = (folder: string, name: string): boolean => {
  const bytes = readFileSync(path.join(folder, name))
  return bytes.length > 0 && bytes.every((byte) => byte === 0)
}

const removeOverwritten = (folder: string, name: string): void => {
  if (existsSync(path.join(folder, name)) && isOverwritten(folder, name)) destroyPrivateFileIfExists(folder, name)
}

/**
 * Creates the files of an epoch: in the copy, then the key of read models, then the wrapping key, with which the epoch
 * exists. Takes a file that is there already as it is: a process that was killed, or one that does the same at this
 * moment, has written it. So all of them end with the same keys.
 */
const createEpochFiles = (
  { ring, copy }: KekRingFolders,
  parts: RingPartsOfAllEpochs,
  epoch: Epoch,
  made: KekRingEpochKeys,
): KekRingEpochKeys => {
  const takeEpoch = (folder: string, keys: KekRingEpochKeys): KekRingEpochKeys => {
    if (createPrivateFile(folder, names.epoch(epoch), formatEpochFile(parts, epoch, keys))) return keys
    const { wrapping, begunOn } = parseEpochFile(parts.library, epoch, readPrivateFile(folder, names.epoch(epoch)))
    return { ...keys, wrapping, begunOn }
  }
  const inCopy = copy === undefined ? made : takeEpoch(copy, made)
  const readModels = createPrivateFile(
    ring,
    names.readModels(epoch),
    formatReadModelsKeyFile(parts.library, epoch, made),
  )
    ? made.readModels
    : parseReadModelsFile(parts.library, epoch, readPrivateFile(ring, names.readModels(epoch)))
  const keys = takeEpoch(ring, { ...inCopy, readModels })
  if (copy !== undefined && !keys.wrapping.equals(inCopy.wrapping))
    writePrivateFile(copy, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
  return keys
}

const cannotBeWritten = (copy: string | undefined): string =>
  copy === undefined
    ? 'the epoch cannot be written to the ring'
    : 'the epoch cannot be written to the ring, or to its copy in the folder that RING_COPY names'

const hasLaterEpoch = ({ ring }: KekRingFolders, epoch: Epoch): boolean =>
  epochsOfFileNames('epoch')(readdirSync(ring)).some((other) => other > epoch)

/** Writes the files of the epochs in a folder anew, so that they name these lasting parts. Throws as `node:fs` does. */
const nameLastingParts = (folder: string, parts: RingPartsOfAllEpochs): void => {
  for (const epoch of epochsOfFileNames('epoch')(readdirSync(folder))) {
    const keys = parseEpochFile(parts.library, epoch, readPrivateFile(folder, names.epoch(epoch)))
    writePrivateFile(folder, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
  }
}

const hasRetiredFile = (escrow: string, epoch: Epoch): boolean =>
  [names.escrow(epoch), names.destroyed(epoch)].some((name) => existsSync(path.join(escrow, name)))

/** The key is somewhere else, or its destruction ended already: to record another one would declare what is not so. */
const escrowLacks = (epoch: Epoch): Unavailable =>
  keysUnavailable(
    `the escrow has no ${names.escrow(epoch)}, so this key is not destroyed: name the folder that has it with ESCROW`,
  )

/** The files of the epochs of a ring. */
interface EpochFileStorage extends Omit<KekRingStorage, 'readEpochs'> {
  /** Writes the files of an epoch that the ring has. */
  readonly storeEpoch: (epoch: Epoch, keys: KekRingEpochKeys) => E.Either<Unavailable, void>
  readonly storeReadModels: (epoch: Epoch, keys: KekRingEpochKeys) => E.Either<Unavailable, void>
}

/** The epochs of a ring in files. Bytes of keys are overwritten with zeros before their file is removed. */
export const createEpochFileStorage = (folders: KekRingFolders, initial: RingPartsOfAllEpochs): EpochFileStorage => {
  const { ring, escrow, copy } = folders
  const { library } = initial
  let parts = initial
  return {
    createEpoch: (epoch, keys) =>
      pipe(
        catchAsUnavailable('the ring cannot be read', () => hasLaterEpoch(folders, epoch)),
        E.flatMap((isLate) =>
          isLate
            ? E.left(laterEpochBegun)
            : catchAsUnavailable(cannotBeWritten(copy), () => createEpochFiles(folders, parts, epoch, keys)),
        ),
      ),
    storeEpoch: (epoch, keys) =>
      catchAsUnavailable(cannotBeWritten(copy), () => {
        // The epoch exists when its wrapping key is there, so this file is written last, and after the copy.
        if (copy !== undefined) writePrivateFile(copy, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
        writePrivateFile(ring, names.readModels(epoch), formatReadModelsKeyFile(library, epoch, keys))
        writePrivateFile(ring, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
      }),
    storeReadModels: (epoch, keys) =>
      catchAsUnavailable('the key of read models cannot be written', () =>
        writePrivateFile(ring, names.readModels(epoch), formatReadModelsKeyFile(library, epoch, keys)),
      ),
    removeEpoch: (epoch) =>
      catchAsUnavailable('the epoch cannot be removed', () => {
        // The epoch is in use while its wrapping key is in the ring, so this file is removed last.
        destroyPrivateFileIfExists(ring, names.readModels(epoch))
        if (copy !== undefined) destroyPrivateFileIfExists(copy, names.epoch(epoch))
        destroyPrivateFileIfExists(ring, names.epoch(epoch))
      }),
    storeRetired: (epoch, retired) => {
      const isDestroyed = retired.wrapping === undefined
      if (isDestroyed && !hasRetiredFile(escrow, epoch)) return E.left(escrowLacks(epoch))
      return catchAsUnavailable(
        'the retired epoch cannot be written to the escrow, in the folder that ESCROW names or in the ring',
        () => {
          createPrivateFolder(escrow)
          for (const folder of [ring, escrow, ...(copy === undefined ? [] : [copy])]) removeUnfinishedFiles(folder)
          const name = isDestroyed ? names.destroyed(epoch) : names.escrow(epoch)
          writePrivateFile(escrow, name, formatRetiredFile(library, epoch, retired))
          // The record comes first: a key that is gone without one would leave its end unrecorded.
          if (isDestroyed) destroyPrivateFileIfExists(escrow, names.escrow(epoch))
        },
      )
    },
    storeEventCodes: (codes) =>
      catchAsUnavailable(
        `the ring of wrapping keys cannot be written, and has no current ${eventCodesFileName}: start the process first that may write the ring, or copy that file from its ring`,
        () => {
          const folders = copy === undefined ? [ring] : [copy, ring]
          for (const folder of folders)
            writePrivateFile(folder, eventCodesFileName, formatEventCodesFile(library, codes))
          parts = { ...parts, eventCodes: fingerprintOfEventCodeKeys(codes.keys) }
          for (const folder of folders) nameLastingParts(folder, parts)
        },
      ),
    removeRetired: (epoch) =>
      catchAsUnavailable('the record of a destroyed epoch cannot be removed', () => {
        // What a killed process has left is removed before the record that tells of it.
        destroyPrivateFileIfExists(escrow, names.escrow(epoch))
        removeOverwritten(ring, names.readModels(epoch))
        removeOverwritten(ring, names.epoch(epoch))
        for (const folder of copy === undefined ? [ring] : [copy, ring]) noteEndedEpoch(folder, library, epoch)
        destroyPrivateFileIfExists(escrow, names.destroyed(epoch))
      }),
  }
}

/**
 * Finishes what a crash interrupted: files whose writing was not finished, keys of which a record says that they are
 * destroyed, and files that are overwritten with zeros and not removed yet. A wrapping key is removed only when it is in escrow, or its destruction is recorded.
 * Throws as `node:fs` does.
 */
export const finishEpochKeyDestruction = ({ ring, escrow, copy }: KekRingFolders): void => {
  for (const folder of [ring, escrow, ...(copy === undefined ? [] : [copy])]) removeUnfinishedFiles(folder)
  const namesInEscrow = existsSync(escrow) ? readdirSync(escrow) : []
  for (const epoch of epochsOfFileNames('destroyed')(namesInEscrow)) {
    destroyPrivateFileIfExists(escrow, names.escrow(epoch))
    removeOverwritten(escrow, names.destroyed(epoch))
  }
  const namesInRing = readdirSync(ring)
  for (const epoch of epochsOfFileNames('read-models')(namesInRing)) removeOverwritten(ring, names.readModels(epoch))
  for (const epoch of epochsOfFileNames('escrow')(namesInEscrow)) removeOverwritten(ring, names.epoch(epoch))
}
