import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Day } from '../../../../domain/values/day'
import type { EventCodeKeysAndStatement } from '../../../../retention/event-codes/ring-event-codes'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import {
  createPrivateFile,
  destroyPrivateFile,
  readPrivateFile,
  writePrivateFile,
} from '../../../system/files/private-files'
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
const takeEpoch = async (
  folder: string,
  library: LibraryId,
  epoch: Epoch,
  made: EpochWithKeyInHardwareModule,
): Promise<EpochWithKeyInHardwareModule> =>
  (await createPrivateFile(folder, names.epoch(epoch), formatModuleEpochFile(library, epoch, made)))
    ? made
    : { ...made, ...parseModuleEpochFile(library, epoch, await readPrivateFile(folder, names.epoch(epoch))) }

/** Creates the key of read models of an epoch, unless there is one. Answers the one that is there. */
const takeReadModels = async (ring: string, library: LibraryId, epoch: Epoch, readModels: Buffer): Promise<Buffer> =>
  (await createPrivateFile(ring, names.readModels(epoch), formatReadModelKeyFile(library, epoch, readModels)))
    ? readModels
    : parseReadModelKeyFile(library, epoch, await readPrivateFile(ring, names.readModels(epoch)))

/** The files of the epochs of a ring whose wrapping keys are in a module. Each change is durable when it resolves. */
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
  ): TaskEither<Unavailable, EpochWithKeyInHardwareModule> =>
    catchAsUnavailable('the epoch cannot be written', async () => {
      const inCopy = copy === undefined ? made : await takeEpoch(copy, library, epoch, made)
      const readModels = made.readModels && (await takeReadModels(ring, library, epoch, made.readModels))
      const taken = await takeEpoch(ring, library, epoch, { ...inCopy, readModels })
      if (copy !== undefined && !taken.secret.equals(inCopy.secret))
        await writePrivateFile(copy, names.epoch(epoch), formatModuleEpochFile(library, epoch, taken))
      return taken
    }),
  /** Writes the files of an epoch anew. */
  storeEpoch: (epoch: Epoch, stored: EpochWithKeyInHardwareModule): TaskEither<Unavailable, void> =>
    catchAsUnavailable('the epoch cannot be written', async () => {
      const text = formatModuleEpochFile(library, epoch, stored)
      if (copy !== undefined) await writePrivateFile(copy, names.epoch(epoch), text)
      if (stored.readModels !== undefined)
        await writePrivateFile(ring, names.readModels(epoch), formatReadModelKeyFile(library, epoch, stored.readModels))
      await writePrivateFile(ring, names.epoch(epoch), text)
    }),
  removeEpoch: (epoch: Epoch): TaskEither<Unavailable, void> =>
    catchAsUnavailable('the epoch cannot be removed', async () => {
      await destroyPrivateFile(ring, names.readModels(epoch))
      if (copy !== undefined) await destroyPrivateFile(copy, names.epoch(epoch))
      await destroyPrivateFile(ring, names.epoch(epoch))
    }),
  storeEscrow: (epoch: Epoch, retired: RetiredModuleEpoch): TaskEither<Unavailable, void> =>
    catchAsUnavailable('the retired epoch cannot be written', async () => {
      createPrivateFolder(escrow)
      await writePrivateFile(escrow, names.escrow(epoch), formatHardwareModuleEscrowFile(library, epoch, retired))
    }),
  removeEscrow: (epoch: Epoch): TaskEither<Unavailable, void> =>
    catchAsUnavailable('the retired epoch cannot be removed', () => destroyPrivateFile(escrow, names.escrow(epoch))),
  storeDestroyed: (
    epoch: Epoch,
    { supersededOn, retiredOn }: RetiredModuleEpoch,
    destroyedOn: Day,
  ): TaskEither<Unavailable, void> =>
    catchAsUnavailable('the record of a destroyed epoch cannot be written', () =>
      writePrivateFile(
        escrow,
        names.destroyed(epoch),
        formatEpochFileMembers(library, epoch, { supersededOn, retiredOn, destroyedOn }),
      ),
    ),
  storeEventCodes: (codes: EventCodeKeysAndStatement): TaskEither<Unavailable, void> =>
    catchAsUnavailable(`the ring cannot be written, and has no current ${eventCodesFileName}`, async () => {
      for (const folder of copy === undefined ? [ring] : [copy, ring])
        await writePrivateFile(folder, eventCodesFileName, formatEventCodesFile(library, codes))
    }),
  /** Notes that a destroyed epoch has ended, and removes its record. */
  removeEnded: (epoch: Epoch): TaskEither<Unavailable, void> =>
    catchAsUnavailable('the record of a destroyed epoch cannot be removed', async () => {
      for (const folder of copy === undefined ? [ring] : [copy, ring]) await noteEndedEpoch(folder, library, epoch)
      await destroyPrivateFile(escrow, names.destroyed(epoch))
    }),
  /** Withdraws the record of a destruction that did not come about. */
  removeDestroyed: (epoch: Epoch): TaskEither<Unavailable, void> =>
    catchAsUnavailable('the record of a destroyed epoch cannot be removed', () =>
      destroyPrivateFile(escrow, names.destroyed(epoch)),
    ),
})

export type HardwareModuleEpochFiles = ReturnType<typeof hardwareModuleEpochFiles>
