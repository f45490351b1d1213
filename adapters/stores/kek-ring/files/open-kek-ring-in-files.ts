import { createPrivateKey, type KeyObject } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
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
import { lastingPartsOfRing } from './ring-parts-of-all-epochs'
import { updateCopyOfRingInFiles } from './ring-copy'
import { writePrivateFile } from './private-files'
import { requirePrivateRing, type RingNotPrivate } from './require-private-ring'
import { loadEpochs, reloadEpochs } from './load-epochs'
import {
  formatLibraryFile,
  libraryIdFileName,
  parseRingLibraryFile,
  type LibraryFileOfKekRing,
} from './ring-library-file'
import { catchAsUnavailable, readRingFile, damagedRingUnavailable } from './read-ring-file'
import { createPrivateFolder } from '../../../system/files/private-folder'

export const signingKeyFileName = 'signing.pem'

const storeEpochs = (folders: KekRingFolders, content: KekRingContent): E.Either<Unavailable, unknown> => {
  const { storeEpoch } = createEpochFileStorage(folders, lastingPartsOfRing(content))
  return E.traverseArray(([epoch, keys]: readonly [Epoch, KekRingEpochKeys]) => storeEpoch(epoch, keys))([
    ...content.epochs,
  ])
}

const makeFolders = ({ ring, copy = ring }: KekRingFolders): void => {
  for (const folder of [ring, copy]) createPrivateFolder(folder)
}

const writeNewRing = (folders: KekRingFolders): E.Either<Unavailable, KekRingContent> => {
  const content = generateKekRingContent()
  const signing = content.signing.export({ type: 'pkcs8', format: 'pem' })
  const write = (name: string, text: string | Buffer) =>
    catchAsUnavailable('the ring cannot be written', () => writePrivateFile(folders.ring, name, text.toString()))
  return pipe(
    catchAsUnavailable('the ring cannot be written', () => makeFolders(folders)),
    E.flatMap(() => write(signingKeyFileName, signing)),
    E.flatMap(() => storeEpochs(folders, content)),
    E.flatMap(() => write(libraryIdFileName, formatLibraryFile(content))),
    E.map(() => content),
  )
}

/** Reads the signing key. Unavailable also when it does not belong to the verifying key of the ring. */
export const readSigningKey = (
  folder: string,
  { verifyingKey }: LibraryFileOfKekRing,
): E.Either<Unavailable, KeyObject> =>
  pipe(
    readRingFile(folder)(signingKeyFileName, createPrivateKey),
    E.filterOrElse(
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
): E.Either<Unavailable, KekRingContent['eventCodes']> =>
  existsSync(path.join(folder, eventCodesFileName))
    ? readRingFile(folder)(eventCodesFileName, parseEventCodeKeysFile({ library, signing }))
    : E.right(undefined)

/** Stores the verifying key in a ring of an earlier version. A ring that cannot be written is used without it. */
const storeVerifyingKey = (folder: string, ring: LibraryFileOfKekRing, content: KekRingContent): void => {
  if (ring.verifyingKey !== undefined) return
  catchAsUnavailable('the verifying key cannot be written', () =>
    writePrivateFile(folder, libraryIdFileName, formatLibraryFile(content)),
  )
}

const keysAreInModule = keysUnavailable(
  'the wrapping keys of this ring are in a hardware module: set the variables RING_MODULE, RING_TOKEN and RING_PIN_FILE',
)

const readLibraryInFiles = (folder: string): E.Either<Unavailable, LibraryFileOfKekRing> =>
  pipe(
    readRingFile(folder)(libraryIdFileName, parseRingLibraryFile),
    E.filterOrElse(
      ({ isInModule }) => !isInModule,
      () => keysAreInModule,
    ),
  )

const readRing = (folders: KekRingFolders): E.Either<Unavailable, KekRingContent> =>
  pipe(
    E.Do,
    E.bind('ring', () => readLibraryInFiles(folders.ring)),
    E.bind('signing', ({ ring }) => readSigningKey(folders.ring, ring)),
    E.bind('eventCodes', ({ ring, signing }) => readEventCodeKeysFile(folders.ring, ring.library, signing)),
    E.bind('loaded', ({ ring, ...lasting }) => loadEpochs(folders, lastingPartsOfRing({ ...ring, ...lasting }))),
    E.map(({ ring, loaded, ...others }) => {
      const content = { library: ring.library, ...loaded, ...others }
      storeVerifyingKey(folders.ring, ring, content)
      return content
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
export const noteNoEpochEnded = (folder: string, library: LibraryId): void => {
  catchAsUnavailable('the ended epochs cannot be written', () => noteEndedEpoch(folder, library, 0))
}

/** Folders of a ring that lie elsewhere. Without them, the escrow is within the ring, and there is no copy. */
export type SeparateRingFolders = Partial<Pick<KekRingFolders, 'escrow' | 'copy'>>

export const kekRingFoldersOf = (ring: string, { escrow, copy }: SeparateRingFolders): KekRingFolders => ({
  ring,
  escrow: escrow ?? path.join(ring, 'escrow'),
  copy,
})

/** Whether a folder contains a ring. */
export const containsKekRing = (folder: string): boolean => existsSync(path.join(folder, libraryIdFileName))

/** What the making of a ring has written when it is interrupted. */
const filesOfNewRing = [signingKeyFileName, epochFileName('epoch')(1), epochFileName('read-models')(1)]

/** Whether a folder without `library.json` has files of a ring that was in use: a new ring would overwrite its keys. */
const hasRemainsOfRing = ({ ring, escrow }: KekRingFolders): boolean => {
  const namesIn = (folder: string): ReadonlyArray<string> => (existsSync(folder) ? readdirSync(folder) : [])
  const isOfUsedRing = (name: string): boolean => name === eventCodesFileName || isEpochFileName(name)
  return (
    namesIn(ring).some((name) => isOfUsedRing(name) && !filesOfNewRing.includes(name)) ||
    namesIn(escrow).some(isEpochFileName)
  )
}

export const findObstacleToNewRing = (folders: KekRingFolders): Unavailable | undefined => {
  if (containsKekRing(folders.ring)) return keysUnavailable('the folder has a ring of wrapping keys already')
  return hasRemainsOfRing(folders)
    ? damagedRingUnavailable(`${libraryIdFileName} is missing, and no new ring is made over it`)
    : undefined
}

/**
 * Makes a ring in a folder (mode 0700, files 0600), in its first epoch. Unavailable when the folder, or its escrow, has a
 * ring already, whole or not.
 */
export const makeKekRingInFiles = (
  folder: string,
  others: SeparateRingFolders = {},
): E.Either<Unavailable, KekRing> => {
  const folders = kekRingFoldersOf(folder, others)
  const obstacle = findObstacleToNewRing(folders)
  return obstacle === undefined
    ? pipe(
        writeNewRing(folders),
        E.tap(({ library }) => E.right(noteNoEpochEnded(folder, library))),
        E.chainFirst((content) => updateCopyOfRingInFiles(folders, content)),
        E.map((content) => ringIn(folders, content)),
      )
    : E.left(obstacle)
}

/** Opens the ring in a folder. RingNotPrivate when other users may read one of its folders or files. */
export const openKekRingInFiles = (
  folder: string,
  others: SeparateRingFolders = {},
): E.Either<Unavailable | RingNotPrivate, KekRing> => {
  const folders = kekRingFoldersOf(folder, others)
  return pipe(
    requirePrivateRing(folders),
    E.flatMap(() =>
      catchAsUnavailable('a destroyed epoch cannot be removed', () => finishEpochKeyDestruction(folders)),
    ),
    E.flatMap(() => readRing(folders)),
    E.flatMap((content) =>
      pipe(
        updateCopyOfRingInFiles(folders, content),
        E.map(() => ringIn(folders, content)),
      ),
    ),
  )
}
