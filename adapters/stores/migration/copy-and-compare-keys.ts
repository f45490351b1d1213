import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { KeyStore } from '../../../retention/keys/key-store'
import { copyKeys } from './copy-keys'
import { keyDigestOf, type KeyDigest } from './key-digest'
import type { MigrationError } from './library-migration-error'

/** Reads all rows of source and copy again, to find rows that were changed after they were copied. */
export const verifyKeyCopy = async (
  from: Pick<KeyStore, 'page'>,
  to: Pick<KeyStore, 'page'>,
): Promise<E.Either<MigrationError, KeyDigest>> => {
  const source = await keyDigestOf(from)
  if (E.isLeft(source)) return source
  const copy = await keyDigestOf(to)
  if (E.isLeft(copy)) return copy
  return source.right.digest === copy.right.digest ? copy : E.left({ _tag: 'KeysDiffer' })
}

/** Copies all rows of a key store, and compares source and copy. */
export const copyAndCompareKeys =
  (from: KeyStore, to: KeyStore): TaskEither<MigrationError, KeyDigest> =>
  async () => {
    const copied = await copyKeys(from, to)
    return E.isLeft(copied) ? copied : verifyKeyCopy(from, to)
  }
