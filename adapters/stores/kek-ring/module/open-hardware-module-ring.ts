import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { makeRingEventCodes, type EventCodeKeysAndStatement } from '../../../../retention/event-codes/ring-event-codes'
import type { KekRing, LibraryId } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import type { KekRingFolders } from '../files/epoch-file-storage'
import { makeRingFolders, writeFileOfNewRing } from '../files/files-of-new-ring'
import { lastingPartsOfRing } from '../files/ring-parts-of-all-epochs'
import {
  kekRingFoldersOf,
  readEventCodeKeysFile,
  readSigningKey,
  signingKeyFileName,
  noteNoEpochEnded,
  requireNoRing,
  type SeparateRingFolders,
} from '../files/open-kek-ring-in-files'
import {
  formatLibraryFile,
  libraryIdFileName,
  parseRingLibraryFile,
  type LibraryFileOfKekRing,
} from '../files/ring-library-file'
import { requirePrivateRing, type RingNotPrivate } from '../files/require-private-ring'
import { readRingFile } from '../files/read-ring-file'
import { updateRingCopy } from '../files/ring-copy'
import {
  createRingFromHardwareModuleEpochs,
  type HardwareModuleRingDependencies,
} from './ring-from-hardware-module-epochs'
import { formatModuleEpochFile } from './hardware-module-epoch-file'
import { hardwareModuleEpochFiles } from './hardware-module-epoch-files'
import type { KnownEpochs } from './hardware-module-epoch-changes'
import { openTokenWrappingKeys, type Pkcs11TokenWrappingKeys } from './pkcs11-token-wrapping-keys'
import { evidenceOfKeyDestructionInModule, readModuleOperatorStatement } from './operator-statement'
import { reconcileEpochs } from './reconcile-epochs'
import { requireModuleSettings } from './require-module-settings'
import type { HardwareModuleSettings } from './hardware-module-settings'
import { makeEpochKeysInHardwareModule } from './wrapped-epoch-keys'

/** The parts of a ring that are in files also when its wrapping keys are in a module. */
interface LastingRingParts {
  readonly library: LibraryId
  readonly signing: KeyObject
  readonly eventCodes: EventCodeKeysAndStatement | undefined
}

const requireInModule = (ring: LibraryFileOfKekRing): E.Either<Unavailable, LibraryFileOfKekRing> =>
  ring.isInModule
    ? E.right(ring)
    : E.left(
        keysUnavailable(
          'RING_MODULE is set, but the wrapping keys of this ring are in its files. Only the ring of a new library can be in a module: remove the variable, or name an empty folder with RING',
        ),
      )

const readLastingParts = (folder: string): TaskEither<Unavailable, LastingRingParts> =>
  pipe(
    readRingFile(folder)(libraryIdFileName, parseRingLibraryFile),
    TE.flatMapEither(requireInModule),
    TE.bindTo('ring'),
    TE.bind('signing', ({ ring }) => readSigningKey(folder, ring)),
    TE.bind('eventCodes', ({ ring, signing }) => readEventCodeKeysFile(folder, ring.library, signing)),
    TE.map(({ ring, ...others }) => ({ library: ring.library, ...others })),
  )

/** Joins the epochs with what else is in the ring. The copy is brought up to date first. */
const assembleRing = (
  folders: KekRingFolders,
  module: HardwareModuleSettings,
  ring: Omit<HardwareModuleRingDependencies, 'keyDestruction'>,
  lastingParts: LastingRingParts,
  epochs: KnownEpochs,
): TaskEither<Unavailable, KekRing> => {
  const { library, keys } = ring
  const texts = new Map([...epochs.inUse].map(([epoch, file]) => [epoch, formatModuleEpochFile(library, epoch, file)]))
  return pipe(
    updateRingCopy(folders, { ...lastingParts, epochs: texts }),
    TE.flatMapEither(() => readModuleOperatorStatement(module, library, keys.token)),
    TE.map((statement) =>
      createRingFromHardwareModuleEpochs(
        { ...ring, keyDestruction: evidenceOfKeyDestructionInModule(keys.token, statement) },
        epochs,
      ),
    ),
  )
}

/** The parts of a ring in a module. What the files of its epochs name changes when the codes of events begin. */
const partsOf = (
  folders: KekRingFolders,
  keys: Pkcs11TokenWrappingKeys,
  { library, signing, eventCodes }: LastingRingParts,
): Omit<HardwareModuleRingDependencies, 'keyDestruction'> => {
  const files = hardwareModuleEpochFiles(folders, library)
  let current = eventCodes
  const store = (codes: EventCodeKeysAndStatement): TaskEither<Unavailable, void> =>
    pipe(
      files.storeEventCodes(codes),
      TE.tapIO(() => () => {
        current = codes
      }),
    )
  return {
    ...{ library, keys, files, signing },
    lasting: () => lastingPartsOfRing({ library, signing, eventCodes: current }),
    eventCodes: makeRingEventCodes({ library, signing, stored: eventCodes, store }),
  }
}

/** Closes the connection to the module when the ring cannot be opened. */
const closeOnFailure = <Err, A>(keys: Pkcs11TokenWrappingKeys, opening: TaskEither<Err, A>): TaskEither<Err, A> =>
  pipe(
    opening,
    TE.tapError(() => TE.fromTask(keys.close)),
  )

/** Writes the files of a new ring; that with the library's id is written last. */
const writeNewRing = (
  folders: KekRingFolders,
  keys: Pkcs11TokenWrappingKeys,
): TaskEither<Unavailable, LastingRingParts> => {
  const library: LibraryId = randomUUID()
  const signing = generateKeyPairSync('ed25519').privateKey
  const lasting: LastingRingParts = { library, signing, eventCodes: undefined }
  const write = writeFileOfNewRing(folders)
  return pipe(
    makeRingFolders(folders),
    TE.flatMap(() => write(signingKeyFileName, signing.export({ type: 'pkcs8', format: 'pem' }))),
    TE.flatMap(() => makeEpochKeysInHardwareModule(partsOf(folders, keys, lasting), 1, undefined)),
    TE.flatMap((made) => hardwareModuleEpochFiles(folders, library).storeEpoch(1, made)),
    TE.flatMap(() => write(libraryIdFileName, formatLibraryFile({ library, signing }, { inModule: true }))),
    TE.tapTask(() => noteNoEpochEnded(folders.ring, library)),
    TE.map(() => lasting),
  )
}

const openParts = (
  folders: KekRingFolders,
  module: HardwareModuleSettings,
  keys: Pkcs11TokenWrappingKeys,
  lastingParts: LastingRingParts,
): TaskEither<Unavailable, KekRing> => {
  const parts = partsOf(folders, keys, lastingParts)
  return closeOnFailure(
    keys,
    pipe(
      reconcileEpochs(parts),
      TE.flatMap((epochs) => assembleRing(folders, module, parts, lastingParts, epochs)),
    ),
  )
}

/** Makes the ring of a new library, with its first wrapping key in the module. Unavailable when the folder has a ring already, whole or not. */
export const makeHardwareModuleRing = (
  folder: string,
  others: SeparateRingFolders,
  module: HardwareModuleSettings,
): TaskEither<Unavailable, KekRing> => {
  const folders = kekRingFoldersOf(folder, others)
  return pipe(
    requireNoRing(folders),
    TE.flatMapEither(() => requireModuleSettings(module)),
    TE.flatMap(() => openTokenWrappingKeys(module)),
    TE.flatMap((keys) =>
      pipe(
        closeOnFailure(keys, writeNewRing(folders, keys)),
        TE.flatMap((parts) => openParts(folders, module, keys, parts)),
      ),
    ),
  )
}

/** Opens the ring in a folder whose wrapping keys are in a module. RingNotPrivate when other users may read one of its files. */
export const openHardwareModuleRing = (
  folder: string,
  others: SeparateRingFolders,
  module: HardwareModuleSettings,
): TaskEither<Unavailable | RingNotPrivate, KekRing> => {
  const folders = kekRingFoldersOf(folder, others)
  return pipe(
    requirePrivateRing(folders),
    TE.flatMap((): TaskEither<Unavailable | RingNotPrivate, LastingRingParts> => readLastingParts(folders.ring)),
    TE.tapEither(() => requireModuleSettings(module)),
    TE.flatMap((parts) =>
      pipe(
        openTokenWrappingKeys(module),
        TE.flatMap((keys) => openParts(folders, module, keys, parts)),
      ),
    ),
  )
}
