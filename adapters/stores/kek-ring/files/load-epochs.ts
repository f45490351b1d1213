import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { KekRingEpochKeys, KekRingEpochs } from '../../../../retention/keys/kek-ring-content'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { randomBytes } from '../../../../retention/sealing/random-bytes'
import { errorCodeOf } from '../../../system/files/error-code'
import { endedEpochsFile } from './ended-epochs-file'
import { epochFileName, isEpochFileName } from './epoch-file'
import { createEpochFileStorage, type KekRingFolders } from './epoch-file-storage'
import { compareCodeOfRingPartsAcrossEpochs, type RingPartsOfAllEpochs } from './ring-parts-of-all-epochs'
import {
  readNewestEndedEpoch,
  parseEpochs,
  parseRetiredEpochs,
  requireSameLastingRingParts,
  requireNoKeysOfEndedEpochs,
  type EpochFileTexts,
  type RingFileTexts,
  type StoredEpoch,
} from './parse-epoch-files'

const isFileOfEpochs = (name: string): boolean => isEpochFileName(name) || name === endedEpochsFile

/** The texts of the files of epochs in a folder. */
export const readEpochFileContents = async (folder: string): Promise<RingFileTexts> => {
  const all = await readdir(folder).catch((error: unknown): ReadonlyArray<string> => {
    if (errorCodeOf(error) === 'ENOENT') return []
    throw error
  })
  const read = async (name: string) =>
    [name, await readFile(path.join(folder, name), 'utf8').catch(() => undefined)] as const
  return new Map(await Promise.all(all.filter(isFileOfEpochs).map(read)))
}

const readTexts = ({ ring, escrow }: KekRingFolders): TaskEither<Unavailable, EpochFileTexts> =>
  TE.tryCatch(
    async () => ({ ring: await readEpochFileContents(ring), escrow: await readEpochFileContents(escrow) }),
    () => keysUnavailable('the ring of wrapping keys cannot be read'),
  )

const parseAll = (texts: EpochFileTexts, library: LibraryId) =>
  pipe(
    E.Do,
    E.bind('stored', () => parseEpochs(texts, library)),
    E.bind('retired', ({ stored }) => parseRetiredEpochs(texts, library, stored)),
    E.bind('ended', ({ stored, retired }) =>
      readNewestEndedEpoch(texts.ring, library, [...stored.keys(), ...retired.keys()]),
    ),
    E.chainFirst(({ stored, ...ends }) => requireNoKeysOfEndedEpochs({ inUse: stored, ...ends })),
  )

const keysOf = ({ wrapping, begunOn, readModels }: StoredEpoch): KekRingEpochKeys => ({
  ...{ wrapping, begunOn },
  readModels: readModels ?? randomBytes(32),
})

/**
 * Completes the files of an epoch. The key of read models is in no copy of the ring: where it is missing, another is made,
 * and the read models are folded anew under it. A ring of an earlier version gets a file for it, and the code of its
 * lasting parts. A ring that cannot be written is used as it is.
 */
const completeFiles =
  (folders: KekRingFolders, parts: RingPartsOfAllEpochs, { ring, escrow }: EpochFileTexts) =>
  ([epoch, stored]: readonly [Epoch, StoredEpoch]): T.Task<readonly [Epoch, KekRingEpochKeys]> => {
    const keys = keysOf(stored)
    const { storeEpoch, storeReadModels } = createEpochFileStorage(folders, parts)
    const lacksReadModels = !ring.has(epochFileName('read-models')(epoch))
    const isOutdated = compareCodeOfRingPartsAcrossEpochs(stored.wrapping, parts, stored.lasting) === 'outdated'
    const isBeingRetired = escrow.has(epochFileName('escrow')(epoch))
    const completed: T.Task<readonly [Epoch, KekRingEpochKeys]> = T.of([epoch, keys])
    if (isBeingRetired) return completed
    if (isOutdated || (lacksReadModels && stored.readModels !== undefined))
      return T.flatMap(() => completed)(storeEpoch(epoch, keys))
    return lacksReadModels ? T.flatMap(() => completed)(storeReadModels(epoch, keys)) : completed
  }

/**
 * Reads the epochs of a ring that is opened, and completes its files. Unavailable when a file is damaged, or names other
 * lasting parts than the ring has.
 */
export const loadEpochs = (
  folders: KekRingFolders,
  parts: RingPartsOfAllEpochs,
): TaskEither<Unavailable, KekRingEpochs> =>
  pipe(
    TE.Do,
    TE.bind('texts', () => readTexts(folders)),
    TE.bind('parsed', ({ texts }) => TE.fromEither(parseAll(texts, parts.library))),
    TE.tapEither(({ parsed: { stored } }) =>
      E.traverseArray(([epoch, file]: readonly [Epoch, StoredEpoch]) =>
        requireSameLastingRingParts(parts, epoch)(file),
      )([...stored]),
    ),
    TE.bind('completed', ({ texts, parsed }) =>
      TE.fromTask(T.traverseSeqArray(completeFiles(folders, parts, texts))([...parsed.stored])),
    ),
    TE.map(({ parsed: { retired, ended }, completed }) => ({ epochs: new Map(completed), retired, ended })),
  )

/** Ms until the next attempt: another process may have been changing a file. */
const attemptsAfter = [20, 200]

/** Reads the epochs of a ring again, which other processes may change, and writes nothing. */
export const reloadEpochs =
  (folders: KekRingFolders, library: LibraryId): TaskEither<Unavailable, KekRingEpochs> =>
  async () => {
    const attempt = pipe(
      readTexts(folders),
      TE.flatMapEither((texts) => parseAll(texts, library)),
      TE.map(({ stored, retired, ended }) => ({
        epochs: new Map([...stored].map(([epoch, each]) => [epoch, keysOf(each)])),
        ...{ retired, ended },
      })),
    )
    let read = await attempt()
    for (const ms of attemptsAfter) {
      if (E.isRight(read)) return read
      await setTimeout(ms)
      read = await attempt()
    }
    return read
  }
