import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
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
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { catchAsUnavailable } from './read-ring-file'
import {
  createPrivateFile,
  destroyPrivateFile,
  fileExists,
  namesInFolder,
  readPrivateFile,
  removeUnfinishedFiles,
  writePrivateFile,
} from '../../../system/files/private-files'
import { createPrivateFolder } from '../../../system/files/private-folder'

/** Where the files of a ring are: those in use, and those of retired epochs. */
export interface KekRingFolders {
  readonly ring: string
  readonly escrow: string
  /** The copy of the ring; undefined: there is none. It has no key of read models. */
  readonly copy: string | undefined
}

const isOverwritten = async (folder: string, name: string): Promise<boolean> => {
  const bytes = await readFile(path.join(folder, name))
  return bytes.length > 0 && bytes.every((byte) => byte === 0)
}

const removeOverwritten = async (folder: string, name: string): Promise<void> => {
  if ((await fileExists(path.join(folder, name))) && (await isOverwritten(folder, name)))
    await destroyPrivateFile(folder, name)
}

/**
 * Creates the files of an epoch: in the copy, then the key of read models, then the wrapping key, with which the epoch
 * exists. Takes a file that is there already as it is: a process that was killed, or one that does the same at this
 * moment, has written it. So all of them end with the same keys.
 */
const createEpochFiles = async (
  { ring, copy }: KekRingFolders,
  parts: RingPartsOfAllEpochs,
  epoch: Epoch,
  made: KekRingEpochKeys,
): Promise<KekRingEpochKeys> => {
  const takeEpoch = async (folder: string, keys: KekRingEpochKeys): Promise<KekRingEpochKeys> => {
    if (await createPrivateFile(folder, names.epoch(epoch), formatEpochFile(parts, epoch, keys))) return keys
    const text = await readPrivateFile(folder, names.epoch(epoch))
    const { wrapping, begunOn } = parseEpochFile(parts.library, epoch, text)
    return { ...keys, wrapping, begunOn }
  }
  const inCopy = copy === undefined ? made : await takeEpoch(copy, made)
  const readModels = (await createPrivateFile(
    ring,
    names.readModels(epoch),
    formatReadModelsKeyFile(parts.library, epoch, made),
  ))
    ? made.readModels
    : parseReadModelsFile(parts.library, epoch, await readPrivateFile(ring, names.readModels(epoch)))
  const keys = await takeEpoch(ring, { ...inCopy, readModels })
  if (copy !== undefined && !keys.wrapping.equals(inCopy.wrapping))
    await writePrivateFile(copy, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
  return keys
}

const cannotBeWritten = (copy: string | undefined): string =>
  copy === undefined
    ? 'the epoch cannot be written to the ring'
    : 'the epoch cannot be written to the ring, or to its copy in the folder that RING_COPY names'

const hasLaterEpoch = async ({ ring }: KekRingFolders, epoch: Epoch): Promise<boolean> =>
  epochsOfFileNames('epoch')(await readdir(ring)).some((other) => other > epoch)

/** Writes the files of the epochs in a folder anew, so that they name these lasting parts. Rejects as `node:fs` does. */
const nameLastingParts = async (folder: string, parts: RingPartsOfAllEpochs): Promise<void> => {
  for (const epoch of epochsOfFileNames('epoch')(await readdir(folder))) {
    const keys = parseEpochFile(parts.library, epoch, await readPrivateFile(folder, names.epoch(epoch)))
    await writePrivateFile(folder, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
  }
}

const hasRetiredFile = async (escrow: string, epoch: Epoch): Promise<boolean> => {
  const inEscrow = await namesInFolder(escrow)
  return [names.escrow(epoch), names.destroyed(epoch)].some((name) => inEscrow.includes(name))
}

/** The key is somewhere else, or its destruction ended already: to record another one would declare what is not so. */
const escrowLacks = (epoch: Epoch): Unavailable =>
  keysUnavailable(
    `the escrow has no ${names.escrow(epoch)}, so this key is not destroyed: name the folder that has it with ESCROW`,
  )

/** The files of the epochs of a ring. */
interface EpochFileStorage extends Omit<KekRingStorage, 'readEpochs'> {
  /** Writes the files of an epoch that the ring has. */
  readonly storeEpoch: (epoch: Epoch, keys: KekRingEpochKeys) => TaskEither<Unavailable, void>
  readonly storeReadModels: (epoch: Epoch, keys: KekRingEpochKeys) => TaskEither<Unavailable, void>
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
        TE.flatMap((isLate) =>
          isLate
            ? TE.left(laterEpochBegun)
            : catchAsUnavailable(cannotBeWritten(copy), () => createEpochFiles(folders, parts, epoch, keys)),
        ),
      ),
    storeEpoch: (epoch, keys) =>
      catchAsUnavailable(cannotBeWritten(copy), async () => {
        // The epoch exists when its wrapping key is there, so this file is written last, and after the copy.
        if (copy !== undefined) await writePrivateFile(copy, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
        await writePrivateFile(ring, names.readModels(epoch), formatReadModelsKeyFile(library, epoch, keys))
        await writePrivateFile(ring, names.epoch(epoch), formatEpochFile(parts, epoch, keys))
      }),
    storeReadModels: (epoch, keys) =>
      catchAsUnavailable('the key of read models cannot be written', () =>
        writePrivateFile(ring, names.readModels(epoch), formatReadModelsKeyFile(library, epoch, keys)),
      ),
    removeEpoch: (epoch) =>
      catchAsUnavailable('the epoch cannot be removed', async () => {
        // The epoch is in use while its wrapping key is in the ring, so this file is removed last.
        await destroyPrivateFile(ring, names.readModels(epoch))
        if (copy !== undefined) await destroyPrivateFile(copy, names.epoch(epoch))
        await destroyPrivateFile(ring, names.epoch(epoch))
      }),
    storeRetired: (epoch, retired) => {
      const isDestroyed = retired.wrapping === undefined
      const write = async (): Promise<void> => {
        createPrivateFolder(escrow)
        for (const folder of [ring, escrow, ...(copy === undefined ? [] : [copy])]) await removeUnfinishedFiles(folder)
        const name = isDestroyed ? names.destroyed(epoch) : names.escrow(epoch)
        await writePrivateFile(escrow, name, formatRetiredFile(library, epoch, retired))
        // The record comes first: a key that is gone without one would leave its end unrecorded.
        if (isDestroyed) await destroyPrivateFile(escrow, names.escrow(epoch))
      }
      const reason = 'the retired epoch cannot be written to the escrow, in the folder that ESCROW names or in the ring'
      return pipe(
        catchAsUnavailable(reason, async () => !isDestroyed || hasRetiredFile(escrow, epoch)),
        TE.flatMap((mayBeWritten) => (mayBeWritten ? catchAsUnavailable(reason, write) : TE.left(escrowLacks(epoch)))),
      )
    },
    storeEventCodes: (codes) =>
      catchAsUnavailable(
        `the ring of wrapping keys cannot be written, and has no current ${eventCodesFileName}: start the process first that may write the ring, or copy that file from its ring`,
        async () => {
          const folders = copy === undefined ? [ring] : [copy, ring]
          for (const folder of folders)
            await writePrivateFile(folder, eventCodesFileName, formatEventCodesFile(library, codes))
          parts = { ...parts, eventCodes: fingerprintOfEventCodeKeys(codes.keys) }
          for (const folder of folders) await nameLastingParts(folder, parts)
        },
      ),
    removeRetired: (epoch) =>
      catchAsUnavailable('the record of a destroyed epoch cannot be removed', async () => {
        // What a killed process has left is removed before the record that tells of it.
        await destroyPrivateFile(escrow, names.escrow(epoch))
        await removeOverwritten(ring, names.readModels(epoch))
        await removeOverwritten(ring, names.epoch(epoch))
        for (const folder of copy === undefined ? [ring] : [copy, ring]) await noteEndedEpoch(folder, library, epoch)
        await destroyPrivateFile(escrow, names.destroyed(epoch))
      }),
  }
}

/**
 * Finishes what a crash interrupted: files whose writing was not finished, keys of which a record says that they are
 * destroyed, and files that are overwritten with zeros and not removed yet. A wrapping key is removed only when it is in escrow, or its destruction is recorded.
 * Rejects as `node:fs` does.
 */
export const finishEpochKeyDestruction = async ({ ring, escrow, copy }: KekRingFolders): Promise<void> => {
  for (const folder of [ring, escrow, ...(copy === undefined ? [] : [copy])]) await removeUnfinishedFiles(folder)
  const namesInEscrow = await namesInFolder(escrow)
  for (const epoch of epochsOfFileNames('destroyed')(namesInEscrow)) {
    await destroyPrivateFile(escrow, names.escrow(epoch))
    await removeOverwritten(escrow, names.destroyed(epoch))
  }
  const namesInRing = await readdir(ring)
  for (const epoch of epochsOfFileNames('read-models')(namesInRing))
    await removeOverwritten(ring, names.readModels(epoch))
  for (const epoch of epochsOfFileNames('escrow')(namesInEscrow)) await removeOverwritten(ring, names.epoch(epoch))
}
