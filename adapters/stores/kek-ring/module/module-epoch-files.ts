import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Day } from '../../../../domain/values/day'
import type { StoredEventCodes } from '../../../../retention/event-codes/ring-event-codes'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { makePrivateFolder } from '../../../system/files/make-private-folder'
import {
  dayOf,
  epochFileName,
  epochsOfFileNames,
  formatFile,
  keyOf,
  parseDestroyedFile,
  parseFile,
  wrongForm,
} from '../files/epoch-file'
import type { KekRingFolders } from '../files/epoch-files'
import { eventCodesFile, formatEventCodesFile } from '../files/event-codes-file'
import { destroyPrivateFile, writePrivateFile } from '../files/private-files'
import { readRingFile } from '../files/read-ring-file'

/** What the files have of an epoch whose wrapping key is in a module. Both keys are wrapped with that key. */
export interface ModuleEpoch {
  /** The day on which the epoch was begun; undefined for the first one. */
  readonly begunOn: Day | undefined
  /** A random key of the epoch, from which the key of backups and the fingerprint are derived. */
  readonly secret: Buffer
  /** The key of read models; undefined in a ring that was put back from its copy, which has none. */
  readonly readModels: Buffer | undefined
  /** The code by which the file names the lasting parts of the ring, under the secret. */
  readonly lasting: Buffer
}

/** A retired epoch. Without a secret its wrapping key is destroyed. */
export interface RetiredModuleEpoch {
  readonly supersededOn: Day
  readonly retiredOn: Day
  readonly secret: Buffer | undefined
  readonly destroyedOn: Day | undefined
}

/** The epochs in the files of a ring. An epoch may be in both of `inEscrow` and `destroyed` when its destruction was interrupted. */
export interface ModuleEpochs {
  readonly inUse: ReadonlyMap<Epoch, ModuleEpoch>
  readonly inEscrow: ReadonlyMap<Epoch, RetiredModuleEpoch>
  readonly destroyed: ReadonlyMap<Epoch, RetiredModuleEpoch>
}

const names = {
  epoch: epochFileName('epoch'),
  readModels: epochFileName('read-models'),
  escrow: epochFileName('escrow'),
  destroyed: epochFileName('destroyed'),
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** A wrapped key of 32 bytes: with its nonce and its tag it has 60. */
const wrappedKeyOf = (value: unknown): Buffer => {
  const wrapped = typeof value === 'string' ? Buffer.from(value, 'base64') : undefined
  return wrapped?.length === 60 ? wrapped : wrongForm()
}

const parseEpoch = (library: LibraryId, epoch: Epoch, content: string): Omit<ModuleEpoch, 'readModels'> => {
  const { begunOn, wrappedSecret, lasting } = parseFile(library, epoch, content)
  return {
    begunOn: begunOn === undefined ? undefined : dayOf(begunOn),
    secret: wrappedKeyOf(wrappedSecret),
    lasting: keyOf(lasting),
  }
}

const parseEscrow = (library: LibraryId, epoch: Epoch, content: string): RetiredModuleEpoch => {
  const { supersededOn, retiredOn, wrappedSecret } = parseFile(library, epoch, content)
  const days = { supersededOn: dayOf(supersededOn), retiredOn: dayOf(retiredOn), destroyedOn: undefined }
  return { ...days, secret: wrappedKeyOf(wrappedSecret) }
}

const parseDestroyed = (library: LibraryId, epoch: Epoch, content: string): RetiredModuleEpoch => {
  const { supersededOn, retiredOn, destroyedOn } = parseDestroyedFile(library, epoch, content)
  return { supersededOn, retiredOn, destroyedOn, secret: undefined }
}

/** The text of the file of an epoch, in the ring and in its copy. */
export const formatModuleEpoch = (
  library: LibraryId,
  epoch: Epoch,
  { begunOn, secret, lasting }: ModuleEpoch,
): string => formatFile(library, epoch, { begunOn, wrappedSecret: base64(secret), lasting: base64(lasting) })

const orUnavailable = (reason: string, work: () => void): E.Either<Unavailable, void> =>
  E.tryCatch(work, () => keysUnavailable(reason))

const destroyIfThere = (folder: string, name: string): void => {
  if (existsSync(path.join(folder, name))) destroyPrivateFile(folder, name)
}

type EpochFileKind = Parameters<typeof epochFileName>[0]

/** A file that is being removed is overwritten with zeros first. */
const isOverwritten = (content: string): boolean => /^\0+$/.test(content)

/** Reads the files of a kind. */
const readKind =
  (folder: string, library: LibraryId) =>
  <A>(
    kind: EpochFileKind,
    parse: (library: LibraryId, epoch: Epoch, content: string) => A,
  ): E.Either<Unavailable, ReadonlyMap<Epoch, A>> => {
    const read = (epoch: Epoch) =>
      readRingFile(folder)(epochFileName(kind)(epoch), (content): ReadonlyArray<readonly [Epoch, A]> =>
        isOverwritten(content) ? [] : [[epoch, parse(library, epoch, content)]],
      )
    return pipe(
      epochsOfFileNames(kind)(existsSync(folder) ? readdirSync(folder) : []),
      E.traverseArray(read),
      E.map((entries) => new Map(entries.flat())),
    )
  }

/** The files of the epochs of a ring whose wrapping keys are in a module. Each change is durable when it returns. */
export const moduleEpochFiles = ({ ring, escrow, copy }: KekRingFolders, library: LibraryId) => ({
  /** Unavailable when a file is damaged. An epoch in use is in no other map: its retirement is repeated. */
  read: (): E.Either<Unavailable, ModuleEpochs> =>
    pipe(
      E.Do,
      E.bind('epochs', () => readKind(ring, library)('epoch', parseEpoch)),
      E.bind('readModels', () =>
        readKind(ring, library)('read-models', (...file) => wrappedKeyOf(parseFile(...file)['wrappedReadModels'])),
      ),
      E.bind('inEscrow', () => readKind(escrow, library)('escrow', parseEscrow)),
      E.bind('destroyed', () => readKind(escrow, library)('destroyed', parseDestroyed)),
      E.map(({ epochs, readModels, inEscrow, destroyed }) => ({
        inUse: new Map([...epochs].map(([epoch, file]) => [epoch, { ...file, readModels: readModels.get(epoch) }])),
        inEscrow: new Map([...inEscrow].filter(([epoch]) => !epochs.has(epoch))),
        destroyed: new Map([...destroyed].filter(([epoch]) => !epochs.has(epoch))),
      })),
    ),
  storeEpoch: (epoch: Epoch, stored: ModuleEpoch): E.Either<Unavailable, void> =>
    orUnavailable('the epoch cannot be written', () => {
      const text = formatModuleEpoch(library, epoch, stored)
      // The epoch exists when this file is in the ring, so it is written last, and after the copy.
      if (copy !== undefined) writePrivateFile(copy, names.epoch(epoch), text)
      if (stored.readModels !== undefined)
        writePrivateFile(
          ring,
          names.readModels(epoch),
          formatFile(library, epoch, { wrappedReadModels: base64(stored.readModels) }),
        )
      writePrivateFile(ring, names.epoch(epoch), text)
    }),
  removeEpoch: (epoch: Epoch): E.Either<Unavailable, void> =>
    orUnavailable('the epoch cannot be removed', () => {
      destroyIfThere(ring, names.readModels(epoch))
      if (copy !== undefined) destroyIfThere(copy, names.epoch(epoch))
      destroyIfThere(ring, names.epoch(epoch))
    }),
  storeEscrow: (epoch: Epoch, { supersededOn, retiredOn, secret }: RetiredModuleEpoch): E.Either<Unavailable, void> =>
    orUnavailable('the retired epoch cannot be written', () => {
      makePrivateFolder(escrow)
      const wrapped = secret === undefined ? {} : { wrappedSecret: base64(secret) }
      writePrivateFile(escrow, names.escrow(epoch), formatFile(library, epoch, { supersededOn, retiredOn, ...wrapped }))
    }),
  removeEscrow: (epoch: Epoch): E.Either<Unavailable, void> =>
    orUnavailable('the retired epoch cannot be removed', () => destroyIfThere(escrow, names.escrow(epoch))),
  storeDestroyed: (
    epoch: Epoch,
    { supersededOn, retiredOn }: RetiredModuleEpoch,
    destroyedOn: Day,
  ): E.Either<Unavailable, void> =>
    orUnavailable('the record of a destroyed epoch cannot be written', () =>
      writePrivateFile(
        escrow,
        names.destroyed(epoch),
        formatFile(library, epoch, { supersededOn, retiredOn, destroyedOn }),
      ),
    ),
  storeEventCodes: (codes: StoredEventCodes): E.Either<Unavailable, void> =>
    orUnavailable(`the ring cannot be written, and has no current ${eventCodesFile}`, () => {
      for (const folder of copy === undefined ? [ring] : [copy, ring])
        writePrivateFile(folder, eventCodesFile, formatEventCodesFile(library, codes))
    }),
  removeDestroyed: (epoch: Epoch): E.Either<Unavailable, void> =>
    orUnavailable('the record of a destroyed epoch cannot be removed', () =>
      destroyIfThere(escrow, names.destroyed(epoch)),
    ),
})

export type ModuleEpochFiles = ReturnType<typeof moduleEpochFiles>
