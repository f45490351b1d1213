import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { KeyStore } from '../../../retention/keys/key-store'
import { copyKeyRowsToStore } from './copy-key-rows-to-store'
import { digestOfKeyRows, type KeyStoreDigest } from './key-store-digest'
import type { LibraryMigrationError } from './library-migration-error'

/** Reads all rows of source and copy again, to find rows that were changed after they were copied. */
export const verifyMigratedKeyStore = async (
  from: Pick<KeyStore, 'page'>,
  to: Pick<KeyStore, 'page'>,
): Promise<E.Either<LibraryMigrationError, KeyStoreDigest>> => {
  const source = await digestOfKeyRows(from)
  if (E.isLeft(source)) return source
  const copy = await digestOfKeyRows(to)
  if (E.isLeft(copy)) return copy
  return source.right.digest === copy.right.digest ? copy : E.left({ _tag: 'KeysDiffer' })
}

/** Copies all rows of a key store, and compares source and copy. */
export const copyAndCompareKeys =
  (from: KeyStore, to: KeyStore): TaskEither<LibraryMigrationError, KeyStoreDigest> =>
  async () => {
    const copied = await copyKeyRowsToStore(from, to)
    return E.isLeft(copied) ? copied : verifyMigratedKeyStore(from, to)
  }
