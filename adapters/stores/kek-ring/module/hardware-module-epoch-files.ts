import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Day } from '../../../../domain/values/day'
import type { EventCodeKeysAndStatement } from '../../../../retention/event-codes/ring-event-codes'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { createPrivateFolder } from '../../../system/files/private-folder'
import { noteEndedEpoch } from '../files/ended-epochs-file'
import {
  epochFileName,
  epochFileNames as names,
  epochsOfFileNames,
  formatEpochFileMembers,
  throwMalformedEpochFile,
} from '../files/epoch-file'
import type { KekRingFolders } from '../files/epoch-file-storage'
import { eventCodesFileName, formatEventCodesFile } from '../files/event-codes-file'
import { readEpochFileContents } from '../files/load-epochs'
import {
  createPrivateFile,
  destroyPrivateFileIfExists,
  readPrivateFile,
  writePrivateFile,
} from '../files/private-files'
import { isOverwrittenWithZeros, readNewestEndedEpoch, type RingFileTexts } from '../files/parse-epoch-files'
import { catchAsUnavailable, damagedRingUnavailable } from '../files/read-ring-file'
import {
  formatHardwareModuleEscrowFile,
  formatModuleEpochFile,
  formatReadModelKeyFile,
  parseDestroyedModuleEpochFile,
  parseModuleEpochFile,
  parseModuleEscrowFile,
  parseReadModelKeyFile,
  type EpochWithKeyInHardwareModule,
  type RetiredModuleEpoch,
} from './hardware-module-epoch-file'

/** The epochs in the files of a ring. An epoch may be in both of `inEscrow` and `destroyed` when its destruction was interrupted. */
export interface ModuleEpochs {
  readonly inUse: ReadonlyMap<Epoch, EpochWithKeyInHardwareModule>
  readonly inEscrow: ReadonlyMap<Epoch, RetiredModuleEpoch>
  readonly destroyed: ReadonlyMap<Epoch, RetiredModuleEpoch>
  /** The newest epoch whose end is recorded; 0 when there is none. */
  readonly ended: Epoch
}

type EpochFileKind = Parameters<typeof epochFileName>[0]

/** Parses the files of a kind. Unavailable when one cannot be read, or has another form. */
const parseKind =
  (texts: RingFileTexts, library: LibraryId) =>
  <A>(
    kind: EpochFileKind,
    parse: (library: LibraryId, epoch: Epoch, content: string) => A,
  ): E.Either<Unavailable, ReadonlyMap<Epoch, A>> => {
    const parseOne = (epoch: Epoch): E.Either<Unavailable, readonly [Epoch, A]> => {
      const name = epochFileName(kind)(epoch)
      return E.tryCatch(
        () => [epoch, parse(library, epoch, texts.get(name) ?? throwMalformedEpochFile())] as const,
        () => damagedRingUnavailable(`${name} is missing, cannot be read, or belongs to another ring`),
      )
    }
    return pipe(
      epochsOfFileNames(kind)([...texts.keys()]).filter(
        (epoch) => !isOverwrittenWithZeros(texts.get(epochFileName(kind)(epoch))),
      ),
      E.traverseArray(parseOne),
      E.map((entries) => new Map(entries)),
    )
  }

const parseEpochs = (
  library: LibraryId,
  ring: RingFileTexts,
  escrow: RingFileTexts,
): E.Either<Unavailable, ModuleEpochs> =>
  pipe(
    E.Do,
    E.bind('epochs', () => parseKind(ring, library)('epoch', parseModuleEpochFile)),
    E.bind('readModels', () => parseKind(ring, library)('read-models', parseReadModelKeyFile)),
    E.bind('inEscrow', () => parseKind(escrow, library)('escrow', parseModuleEscrowFile)),
    E.bind('destroyed', () => parseKind(escrow, library)('destroyed', parseDestroyedModuleEpochFile)),
    E.bind('ended', ({ epochs, inEscrow, destroyed }) =>
      readNewestEndedEpoch(ring, library, [...epochs.keys(), ...inEscrow.keys(), ...destroyed.keys()]),
    ),
    E.map(({ epochs, readModels, inEscrow, destroyed, ended }) => ({
      ended,
      inUse: new Map([...epochs].map(([epoch, file]) => [epoch, { ...file, readModels: readModels.get(epoch) }])),
      inEscrow: new Map([...inEscrow].filter(([epoch]) => !epochs.has(epoch))),
      destroyed: new Map([...destroyed].filter(([epoch]) => !epochs.has(epoch))),
    })),
  )

const readNow = (folders: KekRingFolders, library: LibraryId): TaskEither<Unavailable, ModuleEpochs> =>
  pipe(
    TE.tryCatch(
      () => Promise.all([readEpochFileContents(folders.ring), readEpochFileContents(folders.escrow)]),
      () => keysUnavailable('the ring of wrapping keys cannot be read'),
    ),
    TE.flatMapEither(([ring, escrow]) => parseEpochs(library, ring, escrow)),
  )

/** Creates the file of an epoch in a folder, unless there is one. Answers what is in it. */
const takeEpoch = (
  folder: string,
  library: LibraryId,
  epoch: Epoch,
  made: EpochWithKeyInHardwareModule,
): EpochWithKeyInHardwareModule =>
  createPrivateFile(folder, names.epoch(epoch), formatModuleEpochFile(library, epoch, made))
    ? made
    : { ...made, ...parseModuleEpochFile(library, epoch, readPrivateFile(folder, names.epoch(epoch))) }

/** Creates the key of read models of an epoch, unless there is one. Answers the one that is there. */
const takeReadModels = (ring: string, library: LibraryId, epoch: Epoch, readModels: Buffer): Buffer =>
  createPrivateFile(ring, names.readModels(epoch), formatReadModelKeyFile(library, epoch, readModels))
    ? readModels
    : parseReadModelKeyFile(library, epoch, readPrivateFile(ring, names.readModels(epoch)))

/** The files of the epochs of a ring whose wrapping keys are in a module. Each change is durable when it returns. */
export const hardwareModuleEpochFiles = ({ ring, escrow, copy }: KekRingFolders, library: LibraryId) => ({
  /** Unavailable when a file is damaged. An epoch in use is in no other map: its retirement is repeated. */
  read: readNow({ ring, escrow, copy }, library),
  /**
   * Creates the files of a new epoch: in the copy, the key of read models, then the epoch, which exists from then on. What
   * another process, or one that was killed, has written of it is taken as it is.
   */
  createEpoch: (
    epoch: Epoch,
    made: EpochWithKeyInHardwareModule,
  ): E.Either<Unavailable, EpochWithKeyInHardwareModule> =>
    catchAsUnavailable('the epoch cannot be written', () => {
      const inCopy = copy === undefined ? made : takeEpoch(copy, library, epoch, made)
      const readModels = made.readModels && takeReadModels(ring, library, epoch, made.readModels)
      const taken = takeEpoch(ring, library, epoch, { ...inCopy, readModels })
      if (copy !== undefined && !taken.secret.equals(inCopy.secret))
        writePrivateFile(copy, names.epoch(epoch), formatModuleEpochFile(library, epoch, taken))
      return taken
    }),
  /** Writes the files of an epoch anew. */
  storeEpoch: (epoch: Epoch, stored: EpochWithKeyInHardwareModule): E.Either<Unavailable, void> =>
    catchAsUnavailable('the epoch cannot be written', () => {
      const text = formatModuleEpochFile(library, epoch, stored)
      if (copy !== undefined) writePrivateFile(copy, names.epoch(epoch), text)
      if (stored.readModels !== undefined)
        writePrivateFile(ring, names.readModels(epoch), formatReadModelKeyFile(library, epoch, stored.readModels))
      writePrivateFile(ring, names.epoch(epoch), text)
    }),
  removeEpoch: (epoch: Epoch): E.Either<Unavailable, void> =>
    catchAsUnavailable('the epoch cannot be removed', () => {
      destroyPrivateFileIfExists(ring, names.readModels(epoch))
      if (copy !== undefined) destroyPrivateFileIfExists(copy, names.epoch(epoch))
      destroyPrivateFileIfExists(ring, names.epoch(epoch))
    }),
  storeEscrow: (epoch: Epoch, retired: RetiredModuleEpoch): E.Either<Unavailable, void> =>
    catchAsUnavailable('the retired epoch cannot be written', () => {
      createPrivateFolder(escrow)
      writePrivateFile(escrow, names.escrow(epoch), formatHardwareModuleEscrowFile(library, epoch, retired))
    }),
  removeEscrow: (epoch: Epoch): E.Either<Unavailable, void> =>
    catchAsUnavailable('the retired epoch cannot be removed', () =>
      destroyPrivateFileIfExists(escrow, names.escrow(epoch)),
    ),
  storeDestroyed: (
    epoch: Epoch,
    { supersededOn, retiredOn }: RetiredModuleEpoch,
    destroyedOn: Day,
  ): E.Either<Unavailable, void> =>
    catchAsUnavailable('the record of a destroyed epoch cannot be written', () =>
      writePrivateFile(
        escrow,
        names.destroyed(epoch),
        formatEpochFileMembers(library, epoch, { supersededOn, retiredOn, destroyedOn }),
      ),
    ),
  storeEventCodes: (codes: EventCodeKeysAndStatement): E.Either<Unavailable, void> =>
    catchAsUnavailable(`the ring cannot be written, and has no current ${eventCodesFileName}`, () => {
      for (const folder of copy === undefined ? [ring] : [copy, ring])
        writePrivateFile(folder, eventCodesFileName, formatEventCodesFile(library, codes))
    }),
  /** Notes that a destroyed epoch has ended, and removes its record. */
  removeEnded: (epoch: Epoch): E.Either<Unavailable, void> =>
    catchAsUnavailable('the record of a destroyed epoch cannot be removed', () => {
      for (const folder of copy === undefined ? [ring] : [copy, ring]) noteEndedEpoch(folder, library, epoch)
      destroyPrivateFileIfExists(escrow, names.destroyed(epoch))
    }),
  /** Withdraws the record of a destruction that did not come about. */
  removeDestroyed: (epoch: Epoch): E.Either<Unavailable, void> =>
    catchAsUnavailable('the record of a destroyed epoch cannot be removed', () =>
      destroyPrivateFileIfExists(escrow, names.destroyed(epoch)),
    ),
})

export type HardwareModuleEpochFiles = ReturnType<typeof hardwareModuleEpochFiles>
