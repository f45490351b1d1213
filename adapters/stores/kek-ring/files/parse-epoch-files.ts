import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { KekRingEpochs, KekRingRetiredEpoch } from '../../../../retention/keys/kek-ring-content'
import { endedEpochsFile, parseNewestEndedEpoch } from './ended-epochs-file'
import {
  epochFileName,
  epochFileNames as names,
  epochsOfFileNames,
  parseDestroyedEpochFile,
  parseEpochFile,
  parseEscrowFile,
  parseReadModelsFile,
  type EpochFile,
} from './epoch-file'
import { eventCodesFileName } from './event-codes-file'
import { compareCodeOfRingPartsAcrossEpochs, type RingPartsOfAllEpochs } from './ring-parts-of-all-epochs'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { damagedRingUnavailable } from './read-ring-file'

/** The texts of files by name; undefined when a file cannot be read. */
export type RingFileTexts = ReadonlyMap<string, string | undefined>

/** The files of epochs in the folders of a ring. */
export interface EpochFileTexts {
  readonly ring: RingFileTexts
  readonly escrow: RingFileTexts
}

/** A file that is being removed is overwritten with zeros first. */
export const isOverwrittenWithZeros = (text: string | undefined): boolean => text !== undefined && /^\0+$/.test(text)

const parseFile =
  <A>(parse: (text: string) => A) =>
  (texts: RingFileTexts, name: string): E.Either<Unavailable, A> =>
    E.tryCatch(
      () => {
        const text = texts.get(name)
        if (text === undefined) throw new Error('the file cannot be read')
        return parse(text)
      },
      () => damagedRingUnavailable(`${name} is missing, cannot be read, or belongs to another ring`),
    )

/** An epoch as its files have it. Without a key of read models where no file has one. */
export type StoredEpoch = EpochFile

const parseEpoch =
  ({ ring }: EpochFileTexts, library: LibraryId) =>
  (epoch: Epoch): E.Either<Unavailable, readonly [Epoch, StoredEpoch]> => {
    const name = names.readModels(epoch)
    const hasReadModels = ring.has(name) && !isOverwrittenWithZeros(ring.get(name))
    return pipe(
      E.Do,
      E.bind('file', () => parseFile((text) => parseEpochFile(library, epoch, text))(ring, names.epoch(epoch))),
      E.bind('readModels', () =>
        hasReadModels
          ? parseFile((text): Buffer | undefined => parseReadModelsFile(library, epoch, text))(ring, name)
          : E.right(undefined),
      ),
      E.map(({ file, readModels }) => [epoch, { ...file, readModels: readModels ?? file.readModels }] as const),
    )
  }

/** The epochs in use. Unavailable when there is none, or one is damaged. */
export const parseEpochs = (
  texts: EpochFileTexts,
  library: LibraryId,
): E.Either<Unavailable, ReadonlyMap<Epoch, StoredEpoch>> =>
  pipe(
    epochsOfFileNames('epoch')([...texts.ring.keys()]).filter(
      (epoch) => !(isOverwrittenWithZeros(texts.ring.get(names.epoch(epoch))) && texts.escrow.has(names.escrow(epoch))),
    ),
    E.traverseArray(parseEpoch(texts, library)),
    E.filterOrElse(
      (entries) => entries.length > 0,
      () => damagedRingUnavailable('it has no file of an epoch (epoch-1.json)'),
    ),
    E.map((entries) => new Map(entries)),
  )

/** Refuses the file of an epoch that names other lasting parts than the ring has. */
export const requireSameLastingRingParts =
  (parts: RingPartsOfAllEpochs, epoch: Epoch) =>
  <File extends Pick<EpochFile, 'wrapping' | 'lasting'>>(file: File): E.Either<Unavailable, File> => {
    if (compareCodeOfRingPartsAcrossEpochs(file.wrapping, parts, file.lasting) !== 'different') return E.right(file)
    return E.left(
      damagedRingUnavailable(
        parts.eventCodes === undefined
          ? `${eventCodesFileName} is missing, although the codes of events have begun`
          : `${names.epoch(epoch)} does not belong to its library.json, signing.pem and ${eventCodesFileName}`,
      ),
    )
  }

type RetiredEpochs = ReadonlyArray<readonly [Epoch, KekRingRetiredEpoch]>

/**
 * Refuses a ring that is an older copy of itself: an epoch that was retired is newer than all in use, or one in use was
 * destroyed. A new epoch of the same number would have another key.
 */
const requireNewestEpoch = (
  inUse: ReadonlyMap<Epoch, unknown>,
  inEscrow: RetiredEpochs,
  destroyed: RetiredEpochs,
): E.Either<Unavailable, void> => {
  const newest = Math.max(...inUse.keys())
  const later = [...inEscrow, ...destroyed].find(([epoch]) => epoch > newest)
  const wasDestroyed = destroyed.find(([epoch]) => inUse.has(epoch))
  if (later === undefined && wasDestroyed === undefined) return E.right(undefined)
  return E.left(
    damagedRingUnavailable(
      later === undefined
        ? `epoch ${String(wasDestroyed?.[0])} is in use, although it was destroyed`
        : `epoch ${String(newest)} is its newest one, although epoch ${String(later[0])} was retired already`,
    ),
  )
}

/** The retired epochs. One that is still in use was not retired to the end: it is retired again. */
export const parseRetiredEpochs = (
  { escrow }: EpochFileTexts,
  library: LibraryId,
  inUse: ReadonlyMap<Epoch, unknown>,
): E.Either<Unavailable, KekRingEpochs['retired']> => {
  const parseAll = (kind: 'escrow' | 'destroyed', parse: typeof parseEscrowFile) =>
    pipe(
      epochsOfFileNames(kind)([...escrow.keys()]).filter(
        (epoch) => !isOverwrittenWithZeros(escrow.get(epochFileName(kind)(epoch))),
      ),
      E.traverseArray((epoch) =>
        parseFile((text): readonly [Epoch, KekRingRetiredEpoch] => [epoch, parse(library, epoch, text)])(
          escrow,
          epochFileName(kind)(epoch),
        ),
      ),
    )
  return pipe(
    E.Do,
    E.bind('inEscrow', () => parseAll('escrow', parseEscrowFile)),
    E.bind('destroyed', () => parseAll('destroyed', parseDestroyedEpochFile)),
    E.chainFirst(({ inEscrow, destroyed }) => requireNewestEpoch(inUse, inEscrow, destroyed)),
    E.map(({ inEscrow, destroyed }) => new Map([...inEscrow, ...destroyed].filter(([epoch]) => !inUse.has(epoch)))),
  )
}

/**
 * The newest epoch that has ended. A ring of an earlier version does not say it: all before the oldest that it knows have.
 */
export const readNewestEndedEpoch = (
  ring: RingFileTexts,
  library: LibraryId,
  known: ReadonlyArray<Epoch>,
): E.Either<Unavailable, Epoch> =>
  ring.has(endedEpochsFile)
    ? parseFile((text) => parseNewestEndedEpoch(library, text))(ring, endedEpochsFile)
    : E.right(Math.min(...known) - 1)

/** Names both causes: whoever removes a key that was not destroyed loses what older backups need. */
const putBackReason = (file: string): string =>
  `${file} is the key of an epoch that was destroyed, as ${endedEpochsFile} says, and was put back; or ESCROW was another folder when ${endedEpochsFile} was written. If it was put back from a copy of the ring or of the escrow, remove ${file}. If it was never out of its folder, keep it: move ${endedEpochsFile} out of the ring, and start with the ESCROW that has all files of retired epochs`

/** Refuses a key of an epoch that has ended. */
export const requireNoKeysOfEndedEpochs = ({
  inUse,
  retired,
  ended,
}: Pick<KekRingEpochs, 'retired' | 'ended'> & { readonly inUse: ReadonlyMap<Epoch, unknown> }): E.Either<
  Unavailable,
  void
> => {
  const hasEnded = (epoch: Epoch): boolean => epoch <= ended
  const inEscrow = [...retired].flatMap(([epoch, { wrapping }]) => (wrapping === undefined ? [] : [epoch]))
  const [putBack] = [
    ...[...inUse.keys()].filter(hasEnded).map(names.epoch),
    ...inEscrow.filter(hasEnded).map(names.escrow),
  ]
  return putBack === undefined ? E.right(undefined) : E.left(keysUnavailable(putBackReason(putBack)))
}
