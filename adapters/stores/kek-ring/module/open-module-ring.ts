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
import { epochFiles, type KekRingFolders } from '../files/epoch-files'
import {
  containsKekRing,
  foldersOf,
  formatLibraryFile,
  libraryFile,
  parseLibrary,
  readEventCodesIn,
  readSigningKey,
  requirePrivate,
  signingFile,
  type OtherFolders,
  type RingLibrary,
  type RingNotPrivate,
} from '../files/open-kek-ring'
import { writePrivateFile } from '../files/private-files'
import { readRingFile } from '../files/read-ring-file'
import { completeCopy } from '../files/ring-copy'
import { makeModuleRing } from './make-module-ring'
import { formatModuleEpoch, moduleEpochFiles } from './module-epoch-files'
import type { KnownEpochs } from './module-epoch-changes'
import { openModuleKeys, type ModuleKeys } from './module-keys'
import { destructionInModule, readOperatorStatement } from './operator-statement'
import { reconcileEpochs } from './reconcile-epochs'
import type { RingModule } from './ring-module'
import { makeModuleEpoch } from './wrapped-epoch-keys'

/** The parts of a ring that are in files also when its wrapping keys are in a module. */
interface LastingParts {
  readonly library: LibraryId
  readonly signing: KeyObject
  readonly eventCodes: StoredEventCodes | undefined
}

const requireSettings = ({ file, token, pinFile }: RingModule): E.Either<Unavailable, void> => {
  const missing = [
    ['RING_MODULE', file],
    ['RING_TOKEN', token],
    ['RING_PIN_FILE', pinFile],
  ].find(([, value]) => value === '')
  return missing === undefined
    ? E.right(undefined)
    : E.left(
        keysUnavailable(
          `${String(missing[0])} is not set: a ring in a hardware module needs the file of the module (RING_MODULE), the label of the token (RING_TOKEN) and a file with its PIN (RING_PIN_FILE)`,
        ),
      )
}

const requireInModule = (ring: RingLibrary): E.Either<Unavailable, RingLibrary> =>
  ring.isInModule
    ? E.right(ring)
    : E.left(
        keysUnavailable(
          'RING_MODULE is set, but the wrapping keys of this ring are in its files. Only the ring of a new library can be in a module: remove the variable, or name an empty folder with RING',
        ),
      )

const readLastingParts = (folder: string): E.Either<Unavailable, LastingParts> =>
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
  { library, signing, eventCodes }: LastingParts,
  keys: ModuleKeys,
  epochs: KnownEpochs,
): E.Either<Unavailable, KekRing> => {
  const texts = new Map([...epochs.inUse].map(([epoch, file]) => [epoch, formatModuleEpoch(library, epoch, file)]))
  return pipe(
    completeCopy(folders, { library, epochs: texts }),
    E.flatMap(() => readOperatorStatement(module, library, keys.token)),
    E.map((statement) => {
      const store = epochFiles(folders, library).storeEventCodes
      const codes = makeRingEventCodes({ library, signing, stored: eventCodes, store })
      const files = moduleEpochFiles(folders, library)
      const keyDestruction = destructionInModule(keys.token, statement)
      return makeModuleRing({ library, keys, files, signing, eventCodes: codes, keyDestruction }, epochs)
    }),
  )
}

/** Closes the connection to the module when the ring cannot be opened. */
const closeOnFailure = <Err, A>(keys: ModuleKeys, opening: TaskEither<Err, A>): TaskEither<Err, A> =>
  pipe(
    opening,
    TE.tapError(() => TE.fromTask(keys.close)),
  )

/** Writes the files of a new ring; that with the library's id is written last. */
const writeNewRing = (folders: KekRingFolders, keys: ModuleKeys): TaskEither<Unavailable, LastingParts> => {
  const library: LibraryId = randomUUID()
  const signing = generateKeyPairSync('ed25519').privateKey
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
    TE.flatMap(() => makeModuleEpoch(keys, library, 1, undefined)),
    TE.flatMapEither((made) => moduleEpochFiles(folders, library).storeEpoch(1, made)),
    TE.flatMap(() => write(libraryFile, formatLibraryFile({ library, signing }, { inModule: true }))),
    TE.map(() => ({ library, signing, eventCodes: undefined })),
  )
}

const openParts = (
  folders: KekRingFolders,
  module: RingModule,
  keys: ModuleKeys,
  parts: LastingParts,
): TaskEither<Unavailable, KekRing> =>
  closeOnFailure(
    keys,
    pipe(
      reconcileEpochs({ library: parts.library, keys, files: moduleEpochFiles(folders, parts.library) }),
      TE.flatMapEither((epochs) => assembleRing(folders, module, parts, keys, epochs)),
    ),
  )

/** Makes the ring of a new library, with its first wrapping key in the module. Unavailable when the folder has a ring already. */
export const makeModuleRingIn = (
  folder: string,
  others: OtherFolders,
  module: RingModule,
): TaskEither<Unavailable, KekRing> => {
  const folders = foldersOf(folder, others)
  if (containsKekRing(folder)) return TE.left(keysUnavailable('the folder has a ring of wrapping keys already'))
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
    TE.flatMapEither((): E.Either<Unavailable | RingNotPrivate, LastingParts> => readLastingParts(folders.ring)),
    TE.tapEither(() => requireSettings(module)),
    TE.flatMap((parts) =>
      pipe(
        openModuleKeys(module),
        TE.flatMap((keys) => openParts(folders, module, keys, parts)),
      ),
    ),
  )
}
