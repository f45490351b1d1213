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
  type EpochFile,
} from './epoch-file'
import { epochFiles, type KekRingFolders } from './epoch-files'
import { eventCodesFile } from './event-codes-file'
import { compareLastingParts, type LastingParts } from './lasting-parts'
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

/** Refuses the file of an epoch that names other lasting parts than the ring has. */
export const requireLastingParts =
  (parts: LastingParts, epoch: Epoch) =>
  <File extends Pick<EpochFile, 'wrapping' | 'lasting'>>(file: File): E.Either<Unavailable, File> => {
    if (compareLastingParts(file.wrapping, parts, file.lasting) !== 'different') return E.right(file)
    return E.left(
      ringIsDamaged(
        parts.eventCodes === undefined
          ? `${eventCodesFile} is missing, although the codes of events have begun`
          : `${epochFileName('epoch')(epoch)} does not belong to its library.json, signing.pem and ${eventCodesFile}`,
      ),
    )
  }

/**
 * Reads the keys of an epoch. The key of read models is in no copy of the ring: where it is missing, another is made, and
 * the read models are folded anew under it. A ring of an earlier version gets a file for it. Unavailable when the
 * file names other lasting parts than the ring has.
 */
const readEpoch =
  (folders: KekRingFolders, parts: LastingParts) =>
  (epoch: Epoch): E.Either<Unavailable, readonly [Epoch, KekRingEpochKeys]> =>
    pipe(
      readRingFile(folders.ring)(epochFileName('epoch')(epoch), (content) =>
        parseEpochFile(parts.library, epoch, content),
      ),
      E.flatMap(requireLastingParts(parts, epoch)),
      E.bindTo('file'),
      E.bind('readModels', () => readModelsKey(folders, parts.library, epoch)),
      E.map(({ file: { lasting, ...file }, readModels }) => {
        const keys = { ...file, readModels: readModels ?? file.readModels ?? randomBytes(32) }
        // A ring that cannot be written is used as it is.
        if (readModels === undefined || compareLastingParts(file.wrapping, parts, lasting) === 'outdated')
          epochFiles(folders, parts).storeEpoch(epoch, keys)
        return [epoch, keys] as const
      }),
    )

/** Reads the epochs in use. Unavailable when there is none, or one is damaged. */
export const readEpochs = (
  folders: KekRingFolders,
  parts: LastingParts,
): E.Either<Unavailable, KekRingContent['epochs']> =>
  pipe(
    epochsOfFileNames('epoch')(readdirSync(folders.ring)),
    E.traverseArray(readEpoch(folders, parts)),
    E.filterOrElse(
      (entries) => entries.length > 0,
      () => ringIsDamaged('it has no file of an epoch (epoch-1.json)'),
    ),
    E.map((entries) => new Map(entries)),
  )

type RetiredEpochs = ReadonlyArray<readonly [Epoch, KekRingRetiredEpoch]>

/**
 * Refuses a ring that is an older copy of itself: an epoch that was retired is newer than all in use, or one in use was
 * destroyed. A new epoch of the same number would have another key.
 */
const requireNewestEpoch = (
  inUse: KekRingContent['epochs'],
  inEscrow: RetiredEpochs,
  destroyed: RetiredEpochs,
): E.Either<Unavailable, void> => {
  const newest = Math.max(...inUse.keys())
  const later = [...inEscrow, ...destroyed].find(([epoch]) => epoch > newest)
  const wasDestroyed = destroyed.find(([epoch]) => inUse.has(epoch))
  if (later === undefined && wasDestroyed === undefined) return E.right(undefined)
  return E.left(
    ringIsDamaged(
      later === undefined
        ? `epoch ${String(wasDestroyed?.[0])} is in use, although it was destroyed`
        : `epoch ${String(newest)} is its newest one, although epoch ${String(later[0])} was retired already`,
    ),
  )
}

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
    E.chainFirst(({ inEscrow, destroyed }) => requireNewestEpoch(inUse, inEscrow, destroyed)),
    E.map(({ inEscrow, destroyed }) => new Map([...inEscrow, ...destroyed].filter(([epoch]) => !inUse.has(epoch)))),
  )
}
