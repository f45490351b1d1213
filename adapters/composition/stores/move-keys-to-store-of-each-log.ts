import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { logNames } from '../../../domain/event/stream'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { destroyDatabase } from '../../stores/data-folder/destroy-file'
import { writeNewestFolderFormat, readFolderDescription } from '../../stores/data-folder/folder-description'
import { openSqliteKeyStore } from '../../stores/keystore/sqlite/open-sqlite-key-store'
import { copyAndCompareKeys } from '../../stores/migration/copy-and-compare-keys'
import type { LibraryMigrationError } from '../../stores/migration/library-migration-error'
import { requireSameLibrary } from './open-or-make-ring'
import { thenClose } from '../../system/concurrency/then-close'

/** The folder describes itself as one of format 2 when its keys are in the files of the logs. */
export const hasKeyStoreForEachLog = (layout: DataFolderLayout): boolean => {
  const description = readFolderDescription(layout)
  return E.isRight(description) && description.right.format === 2
}

const notSplit = (reason: string): Unavailable =>
  keysUnavailable(`the key store (keys.db) of an earlier release cannot be moved into a file for each log: ${reason}`)

const tryFiles = (work: () => void): E.Either<Unavailable, void> =>
  E.tryCatch(work, () => notSplit('a file cannot be written'))

/** Removes what an interrupted move has copied: an earlier release may have destroyed keys in the old file since. */
export const removeInterruptedKeyStoreSplitByLog = (layout: DataFolderLayout): E.Either<Unavailable, void> =>
  existsSync(layout.keysOfBothLogs) && !hasKeyStoreForEachLog(layout)
    ? tryFiles(() => {
        for (const log of logNames) destroyDatabase(layout.keys[log])
      })
    : E.right(undefined)

const reasonOf = (error: LibraryMigrationError | { readonly _tag: 'CheckpointBusy' }): Unavailable =>
  notSplit('reason' in error ? error.reason : 'the copy differs')

const copyFrom = (shared: KeyStore, target: KeyStore): TE.TaskEither<Unavailable, void> =>
  pipe(
    copyAndCompareKeys(shared, target),
    TE.chainW(() => target.checkpointTruncate),
    TE.mapLeft(reasonOf),
  )

/**
 * Moves the keys of both logs from the one file of earlier releases, and destroys that file: the order in its
 * write-ahead log and its pages ties the two logs. After an interruption the next start repeats it.
 */
export const moveKeysToStoreOfEachLog =
  (layout: DataFolderLayout, ring: KekRing) =>
  (target: KeyStore): TE.TaskEither<Unavailable, void> => {
    if (!existsSync(layout.keysOfBothLogs)) return TE.right(undefined)
    const destroyOld = TE.fromIOEither(() => tryFiles(() => destroyDatabase(layout.keysOfBothLogs)))
    if (hasKeyStoreForEachLog(layout)) return destroyOld
    return pipe(
      TE.fromEither(pipe(openSqliteKeyStore(ring.library)(layout.keysOfBothLogs), E.chain(requireSameLibrary(ring)))),
      TE.chain((shared) => () => thenClose(copyFrom(shared, target)(), shared.close)),
      TE.chain(() => TE.fromIOEither(() => tryFiles(() => writeNewestFolderFormat(layout)))),
      TE.chain(() => destroyOld),
    )
  }
