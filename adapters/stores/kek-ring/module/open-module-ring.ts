import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { makeRingEventCodes, type StoredEventCodes } from '../../../../retention/event-codes/ring-event-codes'
import type { KekRing, LibraryId } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { makePrivateFolder } from '../../../system/files/make-private-folder'
import type { KekRingFolders } from '../files/epoch-files'
import { lastingPartsOf } from '../files/lasting-parts'
import {
  findObstacleToNewRing,
  foldersOf,
  formatLibraryFile,
  libraryFile,
  parseLibrary,
  readEventCodesIn,
  readSigningKey,
  signingFile,
  noteNoneEnded,
  type OtherFolders,
  type RingLibrary,
} from '../files/open-kek-ring'
import { writePrivateFile } from '../files/private-files'
import { requirePrivate, type RingNotPrivate } from '../files/require-private'
import { readRingFile } from '../files/read-ring-file'
import { completeCopy } from '../files/ring-copy'
import { makeModuleRing, type ModuleRing } from './make-module-ring'
import { formatModuleEpoch } from './module-epoch-file'
import { moduleEpochFiles } from './module-epoch-files'
import type { KnownEpochs } from './module-epoch-changes'
import { openModuleKeys, type ModuleKeys } from './module-keys'
import { destructionInModule, readOperatorStatement } from './operator-statement'
import { reconcileEpochs } from './reconcile-epochs'
import { requireSettings } from './require-settings'
import type { RingModule } from './ring-module'
import { makeModuleEpoch } from './wrapped-epoch-keys'

/** The parts of a ring that are in files also when its wrapping keys are in a module. */
interface LastingRingParts {
  readonly library: LibraryId
  readonly signing: KeyObject
  readonly eventCodes: StoredEventCodes | undefined
}

const requireInModule = (ring: RingLibrary): E.Either<Unavailable, RingLibrary> =>
  ring.isInModule
    ? E.right(ring)
    : E.left(
        keysUnavailable(
          'RING_MODULE is set, but the wrapping keys of this ring are in its files. Only the ring of a new library can be in a module: remove the variable, or name an empty folder with RING',
        ),
      )

const readLastingParts = (folder: string): E.Either<Unavailable, LastingRingParts> =>
  pipe(
    readRingFile(folder)(libraryFile, parseLibrary),
    E.flatMap(requireInModule),
    E.bindTo('ring'),
    E.bind('signing', ({ ring }) => readSigningKey(folder, ring)),
    E.bind('eventCodes', ({ ring, signing }) => readEventCodesIn(folder, ring.library, signing)),
    E.map(({ ring, ...others }) => ({ library: ring.library, ...others })),
  )

/** Joins the epochs with what else is in the ring. The copy is brought up to date first. */
const assembleRing = (
  folders: KekRingFolders,
  module: RingModule,
  ring: Omit<ModuleRing, 'keyDestruction'>,
  lastingParts: LastingRingParts,
  epochs: KnownEpochs,
): E.Either<Unavailable, KekRing> => {
  const { library, keys } = ring
  const texts = new Map([...epochs.inUse].map(([epoch, file]) => [epoch, formatModuleEpoch(library, epoch, file)]))
  return pipe(
    completeCopy(folders, { ...lastingParts, epochs: texts }),
    E.flatMap(() => readOperatorStatement(module, library, keys.token)),
    E.map((statement) =>
      makeModuleRing({ ...ring, keyDestruction: destructionInModule(keys.token, statement) }, epochs),
    ),
  )
}

/** The parts of a ring in a module. What the files of its epochs name changes when the codes of events begin. */
const partsOf = (
  folders: KekRingFolders,
  keys: ModuleKeys,
  { library, signing, eventCodes }: LastingRingParts,
): Omit<ModuleRing, 'keyDestruction'> => {
  const files = moduleEpochFiles(folders, library)
  let current = eventCodes
  const store = (codes: StoredEventCodes): E.Either<Unavailable, void> => {
    const stored = files.storeEventCodes(codes)
    if (E.isRight(stored)) current = codes
    return stored
  }
  return {
    ...{ library, keys, files, signing },
    lasting: () => lastingPartsOf({ library, signing, eventCodes: current }),
    eventCodes: makeRingEventCodes({ library, signing, stored: eventCodes, store }),
  }
}

/** Closes the connection to the module when the ring cannot be opened. */
const closeOnFailure = <Err, A>(keys: ModuleKeys, opening: TaskEither<Err, A>): TaskEither<Err, A> =>
  pipe(
    opening,
    TE.tapError(() => TE.fromTask(keys.close)),
  )

/** Writes the files of a new ring; that with the library's id is written last. */
const writeNewRing = (folders: KekRingFolders, keys: ModuleKeys): TaskEither<Unavailable, LastingRingParts> => {
  const library: LibraryId = randomUUID()
  const signing = generateKeyPairSync('ed25519').privateKey
  const lasting: LastingRingParts = { library, signing, eventCodes: undefined }
  const write = (name: string, text: string | Buffer) =>
    TE.fromIOEither(() =>
      E.tryCatch(
        () => writePrivateFile(folders.ring, name, text.toString()),
        () => keysUnavailable('the ring cannot be written'),
      ),
    )
  return pipe(
    TE.fromIOEither(() =>
      E.tryCatch(
        () => [folders.ring, folders.copy ?? folders.ring].forEach(makePrivateFolder),
        () => keysUnavailable('the ring cannot be written'),
      ),
    ),
    TE.flatMap(() => write(signingFile, signing.export({ type: 'pkcs8', format: 'pem' }))),
    TE.flatMap(() => makeModuleEpoch(partsOf(folders, keys, lasting), 1, undefined)),
    TE.flatMapEither((made) => moduleEpochFiles(folders, library).storeEpoch(1, made)),
    TE.flatMap(() => write(libraryFile, formatLibraryFile({ library, signing }, { inModule: true }))),
    TE.tapIO(() => () => noteNoneEnded(folders.ring, library)),
    TE.map(() => lasting),
  )
}

const openParts = (
  folders: KekRingFolders,
  module: RingModule,
  keys: ModuleKeys,
  lastingParts: LastingRingParts,
): TaskEither<Unavailable, KekRing> => {
  const parts = partsOf(folders, keys, lastingParts)
  return closeOnFailure(
    keys,
    pipe(
      reconcileEpochs(parts),
      TE.flatMapEither((epochs) => assembleRing(folders, module, parts, lastingParts, epochs)),
    ),
  )
}

/** Makes the ring of a new library, with its first wrapping key in the module. Unavailable when the folder has a ring already, whole or not. */
export const makeModuleRingIn = (
  folder: string,
  others: OtherFolders,
  module: RingModule,
): TaskEither<Unavailable, KekRing> => {
  const folders = foldersOf(folder, others)
  const obstacle = findObstacleToNewRing(folders)
  if (obstacle !== undefined) return TE.left(obstacle)
  return pipe(
    TE.fromEither(requireSettings(module)),
    TE.flatMap(() => openModuleKeys(module)),
    TE.flatMap((keys) =>
      pipe(
        closeOnFailure(keys, writeNewRing(folders, keys)),
        TE.flatMap((parts) => openParts(folders, module, keys, parts)),
      ),
    ),
  )
}

/** Opens the ring in a folder whose wrapping keys are in a module. RingNotPrivate when other users may read one of its files. */
export const openModuleRing = (
  folder: string,
  others: OtherFolders,
  module: RingModule,
): TaskEither<Unavailable | RingNotPrivate, KekRing> => {
  const folders = foldersOf(folder, others)
  return pipe(
    TE.fromEither(requirePrivate(folders)),
    TE.flatMapEither((): E.Either<Unavailable | RingNotPrivate, LastingRingParts> => readLastingParts(folders.ring)),
    TE.tapEither(() => requireSettings(module)),
    TE.flatMap((parts) =>
      pipe(
        openModuleKeys(module),
        TE.flatMap((keys) => openParts(folders, module, keys, parts)),
      ),
    ),
  )
}
