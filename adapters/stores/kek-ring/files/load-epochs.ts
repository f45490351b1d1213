import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { KekRingEpochKeys, KekRingEpochs } from '../../../../retention/keys/make-kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { randomBytes } from '../../../../retention/sealing/random-bytes'
import { errorCodeOf } from '../../../system/files/error-code'
import { epochFileName, isEpochFileName } from './epoch-file'
import { epochFiles, type KekRingFolders } from './epoch-files'
import { parseEpochs, parseRetiredEpochs, type EpochFileTexts, type FileTexts, type StoredEpoch } from './read-epochs'

const readNow = (folder: string): FileTexts => {
  const names = existsSync(folder) ? readdirSync(folder).filter(isEpochFileName) : []
  return new Map(
    names.map((name) => [
      name,
      pipe(
        E.tryCatch(() => readFileSync(path.join(folder, name), 'utf8'), E.toError),
        E.getOrElse((): string | undefined => undefined),
      ),
    ]),
  )
}

const readWithoutBlocking = async (folder: string): Promise<FileTexts> => {
  const all = await readdir(folder).catch((error: unknown): ReadonlyArray<string> => {
    if (errorCodeOf(error) === 'ENOENT') return []
    throw error
  })
  const read = async (name: string) =>
    [name, await readFile(path.join(folder, name), 'utf8').catch(() => undefined)] as const
  return new Map(await Promise.all(all.filter(isEpochFileName).map(read)))
}

const parseAll = (
  texts: EpochFileTexts,
  library: LibraryId,
  toKeys: (entry: readonly [Epoch, StoredEpoch]) => readonly [Epoch, KekRingEpochKeys],
): E.Either<Unavailable, KekRingEpochs> =>
  pipe(
    E.Do,
    E.bind('stored', () => parseEpochs(texts, library)),
    E.bind('retired', ({ stored }) => parseRetiredEpochs(texts, library, stored)),
    E.map(({ stored, retired }) => ({ epochs: new Map([...stored].map(toKeys)), retired })),
  )

/**
 * The key of read models is in no copy of the ring: where it is missing, another is made, and the read models are folded
 * anew under it. A ring of an earlier version gets a file for it. A ring that cannot be written is used as it is.
 */
const withReadModels =
  (folders: KekRingFolders, library: LibraryId, { ring, escrow }: EpochFileTexts) =>
  ([epoch, stored]: readonly [Epoch, StoredEpoch]): readonly [Epoch, KekRingEpochKeys] => {
    const keys = { ...stored, readModels: stored.readModels ?? randomBytes(32) }
    const isBeingRetired = escrow.has(epochFileName('escrow')(epoch))
    if (!ring.has(epochFileName('read-models')(epoch)) && !isBeingRetired) {
      const { storeEpoch, storeReadModels } = epochFiles(folders, library)
      if (stored.readModels === undefined) storeReadModels(epoch, keys)
      else storeEpoch(epoch, keys)
    }
    return [epoch, keys]
  }

/** Reads the epochs of a ring that is opened, and completes its files. Unavailable when a file is damaged. */
export const loadEpochs = (folders: KekRingFolders, library: LibraryId): E.Either<Unavailable, KekRingEpochs> => {
  const texts = { ring: readNow(folders.ring), escrow: readNow(folders.escrow) }
  return parseAll(texts, library, withReadModels(folders, library, texts))
}

/** Ms until the next attempt: another process may have been changing a file. */
const attemptsAfter = [20, 200]

/** Reads the epochs of a ring again, which other processes may change, and writes nothing. */
export const reloadEpochs =
  ({ ring, escrow }: KekRingFolders, library: LibraryId): TaskEither<Unavailable, KekRingEpochs> =>
  async () => {
    const attempt = async (): Promise<E.Either<Unavailable, KekRingEpochs>> => {
      try {
        const texts = { ring: await readWithoutBlocking(ring), escrow: await readWithoutBlocking(escrow) }
        return parseAll(texts, library, ([epoch, stored]) => [
          epoch,
          { ...stored, readModels: stored.readModels ?? randomBytes(32) },
        ])
      } catch {
        return E.left(keysUnavailable('the ring of wrapping keys cannot be read'))
      }
    }
    let read = await attempt()
    for (const ms of attemptsAfter) {
      if (E.isRight(read)) return read
      await setTimeout(ms)
      read = await attempt()
    }
    return read
  }
