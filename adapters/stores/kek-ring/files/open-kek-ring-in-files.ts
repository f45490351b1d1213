import { createPrivateKey, type KeyObject } from 'node:crypto'
import path from 'node:path'
import { pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch, KekRing, LibraryId } from '../../../../retention/keys/kek-ring'
import type { KekRingContent, KekRingEpochKeys } from '../../../../retention/keys/kek-ring-content'
import {
  makeKekRingFromContent,
  generateKekRingContent,
  verifyingKeyOf,
} from '../../../../retention/keys/make-kek-ring-from-content'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { noteEndedEpoch } from './ended-epochs-file'
import { epochFileName, isEpochFileName } from './epoch-file'
import { createEpochFileStorage, finishEpochKeyDestruction, type KekRingFolders } from './epoch-file-storage'
import { eventCodesFileName, parseEventCodeKeysFile } from './event-codes-file'
import { makeRingFolders, writeFileOfNewRing } from './files-of-new-ring'
import { lastingPartsOfRing } from './ring-parts-of-all-epochs'
import { updateCopyOfRingInFiles } from './ring-copy'
import { requirePrivateRing, type RingNotPrivate } from './require-private-ring'
import { loadEpochs, reloadEpochs } from './load-epochs'
import {
  formatLibraryFile,
  libraryIdFileName,
  parseRingLibraryFile,
  type LibraryFileOfKekRing,
} from './ring-library-file'
import { catchAsUnavailable, readRingFile, damagedRingUnavailable } from './read-ring-file'
import { fileExists, namesInFolder, writePrivateFile } from '../../../system/files/private-files'

export const signingKeyFileName = 'signing.pem'

const storeEpochs = (folders: KekRingFolders, content: KekRingContent): TaskEither<Unavailable, unknown> => {
  const { storeEpoch } = createEpochFileStorage(folders, lastingPartsOfRing(content))
  return TE.traverseSeqArray(([epoch, keys]: readonly [Epoch, KekRingEpochKeys]) => storeEpoch(epoch, keys))([
    ...content.epochs,
  ])
}

const writeNewRing = (folders: KekRingFolders): TaskEither<Unavailable, KekRingContent> => {
  const content = generateKekRingContent()
  const signing = content.signing.export({ type: 'pkcs8', format: 'pem' })
  const write = writeFileOfNewRing(folders)
  return pipe(
    makeRingFolders(folders),
    TE.flatMap(() => write(signingKeyFileName, signing)),
    TE.flatMap(() => storeEpochs(folders, content)),
    TE.flatMap(() => write(libraryIdFileName, formatLibraryFile(content))),
    TE.map(() => content),
  )
}

/** Reads the signing key. Unavailable also when it does not belong to the verifying key of the ring. */
export const readSigningKey = (
  folder: string,
  { verifyingKey }: LibraryFileOfKekRing,
): TaskEither<Unavailable, KeyObject> =>
  pipe(
    readRingFile(folder)(signingKeyFileName, createPrivateKey),
    TE.filterOrElse(
      (signing) => verifyingKey === undefined || verifyingKey === verifyingKeyOf(signing),
      () =>
        damagedRingUnavailable(`${signingKeyFileName} does not belong to the verifying key in ${libraryIdFileName}`),
    ),
  )

/** What the codes of events need; undefined until a library with codes was opened. */
export const readEventCodeKeysFile = (
  folder: string,
  library: LibraryId,
  signing: KeyObject,
): TaskEither<Unavailable, KekRingContent['eventCodes']> =>
  pipe(
    catchAsUnavailable('the ring cannot be read', () => fileExists(path.join(folder, eventCodesFileName))),
    TE.flatMap((exists): TaskEither<Unavailable, KekRingContent['eventCodes']> =>
      exists
        ? readRingFile(folder)(eventCodesFileName, parseEventCodeKeysFile({ library, signing }))
        : TE.right(undefined),
    ),
  )

/** Stores the verifying key in a ring of an earlier version. A ring that cannot be written is used without it. */
const storeVerifyingKey = (folder: string, ring: LibraryFileOfKekRing, content: KekRingContent): Task<unknown> =>
  ring.verifyingKey === undefined
    ? catchAsUnavailable('the verifying key cannot be written', () =>
        writePrivateFile(folder, libraryIdFileName, formatLibraryFile(content)),
      )
    : T.of(undefined)

const keysAreInModule = keysUnavailable(
  'the wrapping keys of this ring are in a hardware module: set the variables RING_MODULE, RING_TOKEN and RING_PIN_FILE',
)

const readLibraryInFiles = (folder: string): TaskEither<Unavailable, LibraryFileOfKekRing> =>
  pipe(
    readRingFile(folder)(libraryIdFileName, parseRingLibraryFile),
    TE.filterOrElse(
      ({ isInModule }) => !isInModule,
      () => keysAreInModule,
    ),
  )

const readRing = (folders: KekRingFolders): TaskEither<Unavailable, KekRingContent> =>
  pipe(
    TE.Do,
    TE.bind('ring', () => readLibraryInFiles(folders.ring)),
    TE.bind('signing', ({ ring }) => readSigningKey(folders.ring, ring)),
    TE.bind('eventCodes', ({ ring, signing }) => readEventCodeKeysFile(folders.ring, ring.library, signing)),
    TE.bind('loaded', ({ ring, ...lasting }) => loadEpochs(folders, lastingPartsOfRing({ ...ring, ...lasting }))),
    TE.flatMapTask(({ ring, loaded, ...others }) => {
      const content = { library: ring.library, ...loaded, ...others }
      return T.map(() => content)(storeVerifyingKey(folders.ring, ring, content))
    }),
  )

const ringIn = (folders: KekRingFolders, content: KekRingContent): KekRing =>
  makeKekRingFromContent(
    {
      ...createEpochFileStorage(folders, lastingPartsOfRing(content)),
      readEpochs: reloadEpochs(folders, content.library),
    },
    content,
  )

/** Notes in a new ring that no epoch has ended. A ring that cannot be written is used without the note. */
export const noteNoEpochEnded = (folder: string, library: LibraryId): Task<unknown> =>
  catchAsUnavailable('the ended epochs cannot be written', () => noteEndedEpoch(folder, library, 0))

/** Folders of a ring that lie elsewhere. Without them, the escrow is within the ring, and there is no copy. */
export type SeparateRingFolders = Partial<Pick<KekRingFolders, 'escrow' | 'copy'>>

export const kekRingFoldersOf = (ring: string, { escrow, copy }: SeparateRingFolders): KekRingFolders => ({
  ring,
  escrow: escrow ?? path.join(ring, 'escrow'),
  copy,
})

/** Whether a folder contains a ring. False also when that cannot be told. */
export const containsKekRing = (folder: string): Promise<boolean> =>
  fileExists(path.join(folder, libraryIdFileName)).catch(() => false)

/** What the making of a ring has written when it is interrupted. */
const filesOfNewRing = [signingKeyFileName, epochFileName('epoch')(1), epochFileName('read-models')(1)]

/** Whether a folder without `library.json` has files of a ring that was in use: a new ring would overwrite its keys. */
const hasRemainsOfRing = async ({ ring, escrow }: KekRingFolders): Promise<boolean> => {
  const isOfUsedRing = (name: string): boolean => name === eventCodesFileName || isEpochFileName(name)
  return (
    (await namesInFolder(ring)).some((name) => isOfUsedRing(name) && !filesOfNewRing.includes(name)) ||
    (await namesInFolder(escrow)).some(isEpochFileName)
  )
}

const findObstacleToNewRing = async (folders: KekRingFolders): Promise<Unavailable | undefined> => {
  if (await containsKekRing(folders.ring)) return keysUnavailable('the folder has a ring of wrapping keys already')
  return (await hasRemainsOfRing(folders))
    ? damagedRingUnavailable(`${libraryIdFileName} is missing, and no new ring is made over it`)
    : undefined
}

/** Unavailable when a folder, or its escrow, has a ring already, whole or not. */
export const requireNoRing = (folders: KekRingFolders): TaskEither<Unavailable, void> =>
  pipe(
    catchAsUnavailable('the folder of the ring cannot be read', () => findObstacleToNewRing(folders)),
    TE.flatMap((obstacle) => (obstacle === undefined ? TE.right(undefined) : TE.left(obstacle))),
  )

/**
 * Makes a ring in a folder (mode 0700, files 0600), in its first epoch. Unavailable when the folder, or its escrow, has a
 * ring already, whole or not.
 */
export const makeKekRingInFiles = (
  folder: string,
  others: SeparateRingFolders = {},
): TaskEither<Unavailable, KekRing> => {
  const folders = kekRingFoldersOf(folder, others)
  return pipe(
    requireNoRing(folders),
    TE.flatMap(() => writeNewRing(folders)),
    TE.tapTask(({ library }) => noteNoEpochEnded(folder, library)),
    TE.tap((content) => updateCopyOfRingInFiles(folders, content)),
    TE.map((content) => ringIn(folders, content)),
  )
}

/** Opens the ring in a folder. RingNotPrivate when other users may read one of its folders or files. */
export const openKekRingInFiles = (
  folder: string,
  others: SeparateRingFolders = {},
): TaskEither<Unavailable | RingNotPrivate, KekRing> => {
  const folders = kekRingFoldersOf(folder, others)
  return pipe(
    requirePrivateRing(folders),
    TE.tap(() => catchAsUnavailable('a destroyed epoch cannot be removed', () => finishEpochKeyDestruction(folders))),
    TE.flatMap(() => readRing(folders)),
    TE.tap((content) => updateCopyOfRingInFiles(folders, content)),
    TE.map((content) => ringIn(folders, content)),
  )
}
