import { existsSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { combineKeyStoresOfLogs } from '../../stores/keystore/by-log/combine-key-stores-of-logs'
import type { openSqliteKeyStore } from '../../stores/keystore/sqlite/open-sqlite-key-store'
import { requireSameLibrary } from './open-or-make-ring'
import {
  hasKeyStoreForEachLog,
  removeInterruptedKeyStoreSplitByLog,
  moveKeysToStoreOfEachLog,
} from './move-keys-to-store-of-each-log'

/** Opens the file of a key store, or makes one for a library. */
export type OpenKeyStoreFile = typeof openSqliteKeyStore

/** The key store is made before the logs: when a log exists and a file of the key store does not, a new one is not made. */
const requireKeyFiles = (layout: DataFolderLayout): E.Either<Unavailable, void> => {
  const isToBeSplit = existsSync(layout.keysOfBothLogs) && !hasKeyStoreForEachLog(layout)
  const missing = logNames.map((log) => layout.keys[log]).find((file) => !existsSync(file))
  return missing === undefined || !existsSync(layout.circulation) || isToBeSplit
    ? E.right(undefined)
    : E.left(keysUnavailable(`a file of the key store (${path.basename(missing)}) is missing`))
}

const openBothFiles = (
  layout: DataFolderLayout,
  ring: KekRing,
  openKeyFile: OpenKeyStoreFile,
): E.Either<Unavailable, KeyStore> => {
  const open = (log: LogName) => pipe(openKeyFile(ring.library)(layout.keys[log]), E.chain(requireSameLibrary(ring)))
  return pipe(
    E.Do,
    E.bind('circulation', () => open('circulation')),
    E.bind('persons', () => open('persons')),
    E.map(combineKeyStoresOfLogs),
  )
}

/**
 * Opens the key store in the folder: a file for each log. A folder of an earlier release has one file for both; its keys
 * are moved first.
 */
export const openKeyStoreInFolder = (
  layout: DataFolderLayout,
  ring: KekRing,
  openKeyFile: OpenKeyStoreFile,
): TE.TaskEither<Unavailable, KeyStore> =>
  pipe(
    TE.fromEither(requireKeyFiles(layout)),
    TE.chain(() => TE.fromEither(removeInterruptedKeyStoreSplitByLog(layout))),
    TE.chain(() => TE.fromEither(openBothFiles(layout, ring, openKeyFile))),
    TE.chainFirst(moveKeysToStoreOfEachLog(layout, ring)),
  )
