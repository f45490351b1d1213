import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { DatabaseContentDigest } from '../../sqlite/copying/database-content-digest'
import { createDatabaseFileCopier, type FileCopier } from '../../sqlite/copying/database-file-copier'
import type { DatabaseFileWithKey } from '../../sqlite/copying/open-database-read-only'

const copyDiffers: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the copy of the read models does not have the same rows',
}

const isSame = (one: DatabaseContentDigest, other: DatabaseContentDigest | undefined): boolean =>
  one.rows === other?.rows && one.sha256 === other.sha256

const copyWith = async (
  copier: FileCopier,
  source: DatabaseFileWithKey,
  copy: DatabaseFileWithKey,
  stop: AbortSignal,
): Promise<E.Either<StoreUnavailable, void>> => {
  const taken = await copier.takeSnapshot([source])
  if (E.isLeft(taken)) return taken
  const copied = await copier.copy({ source: source.file, copy, size: 'exact' }, () => undefined, stop)
  if (E.isLeft(copied)) return copied
  const read = await copier.readCopy(copy)
  if (E.isLeft(read)) return read
  return isSame(copied.right, read.right) ? E.right(undefined) : E.left(copyDiffers)
}

/**
 * Copies the rows and checkpoints of read models, as they were at one moment, into a new file under another key, on a
 * thread of its own. Nothing that was deleted is copied. Then reads the copy from the disk, and compares it.
 * StoreUnavailable also when it was stopped.
 */
export const copyReadModels =
  (source: DatabaseFileWithKey, copy: DatabaseFileWithKey, stop: AbortSignal): TaskEither<StoreUnavailable, void> =>
  async () => {
    const copier = createDatabaseFileCopier()
    try {
      return await copyWith(copier, source, copy, stop)
    } finally {
      await copier.close()
    }
  }
