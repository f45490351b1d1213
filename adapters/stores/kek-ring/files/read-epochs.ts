import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { KekRingContent, KekRingEpochKeys, KekRingRetiredEpoch } from '../../../../retention/keys/make-kek-ring'
import { randomBytes } from '../../../../retention/sealing/random-bytes'
import {
  epochFileName,
  epochsOfFileNames,
  parseDestroyedFile,
  parseEpochFile,
  parseEscrowFile,
  parseReadModelsFile,
} from './epoch-file'
import { epochFiles, type KekRingFolders } from './epoch-files'
import { readRingFile, ringIsDamaged } from './read-ring-file'

/** The key of read models of an epoch; undefined where it has no file. */
const readModelsKey = (
  { ring }: KekRingFolders,
  library: LibraryId,
  epoch: Epoch,
): E.Either<Unavailable, Buffer | undefined> => {
  const name = epochFileName('read-models')(epoch)
  return existsSync(path.join(ring, name))
    ? readRingFile(ring)(name, (content): Buffer | undefined => parseReadModelsFile(library, epoch, content))
    : E.right(undefined)
}

/**
 * Reads the keys of an epoch. The key of read models is in no copy of the ring: where it is missing, another is made, and
 * the read models are folded anew under it. A ring of an earlier version gets a file for it.
 */
const readEpoch =
  (folders: KekRingFolders, library: LibraryId) =>
  (epoch: Epoch): E.Either<Unavailable, readonly [Epoch, KekRingEpochKeys]> =>
    pipe(
      E.Do,
      E.bind('file', () =>
        readRingFile(folders.ring)(epochFileName('epoch')(epoch), (content) => parseEpochFile(library, epoch, content)),
      ),
      E.bind('readModels', () => readModelsKey(folders, library, epoch)),
      E.map(({ file, readModels }) => {
        const keys = { ...file, readModels: readModels ?? file.readModels ?? randomBytes(32) }
        // A ring that cannot be written is used as it is.
        if (readModels === undefined) epochFiles(folders, library).storeEpoch(epoch, keys)
        return [epoch, keys] as const
      }),
    )

/** Reads the epochs in use. Unavailable when there is none, or one is damaged. */
export const readEpochs = (
  folders: KekRingFolders,
  library: LibraryId,
): E.Either<Unavailable, KekRingContent['epochs']> =>
  pipe(
    epochsOfFileNames('epoch')(readdirSync(folders.ring)),
    E.traverseArray(readEpoch(folders, library)),
    E.filterOrElse(
      (entries) => entries.length > 0,
      () => ringIsDamaged('it has no file of an epoch (epoch-1.json)'),
    ),
    E.map((entries) => new Map(entries)),
  )

/** Reads the retired epochs. One that is still in use was not retired to the end: it is retired again. */
export const readRetiredEpochs = (
  { escrow }: KekRingFolders,
  library: LibraryId,
  inUse: KekRingContent['epochs'],
): E.Either<Unavailable, KekRingContent['retired']> => {
  const names = existsSync(escrow) ? readdirSync(escrow) : []
  const readAll = (kind: 'escrow' | 'destroyed', parse: typeof parseEscrowFile) =>
    pipe(
      epochsOfFileNames(kind)(names),
      E.traverseArray((epoch) =>
        readRingFile(escrow)(epochFileName(kind)(epoch), (content): readonly [Epoch, KekRingRetiredEpoch] => [
          epoch,
          parse(library, epoch, content),
        ]),
      ),
    )
  return pipe(
    E.Do,
    E.bind('inEscrow', () => readAll('escrow', parseEscrowFile)),
    E.bind('destroyed', () => readAll('destroyed', parseDestroyedFile)),
    E.map(({ inEscrow, destroyed }) => new Map([...inEscrow, ...destroyed].filter(([epoch]) => !inUse.has(epoch)))),
  )
}
