import path from 'node:path'
import * as E from 'fp-ts/Either'
import { logNames } from '../../../domain/event/stream'
import type { ScopeId } from '../../../domain/values/ids'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { backupRefused } from '../../processes/backup/backup-operations'
import type { DestroyedEpochDrillReport, ErasedScopeOpeningCounts } from '../../processes/backup/drill-report'
import { backupDatabaseFileNames, manifestFile, type BackupFolders } from '../../stores/backup/backup-layout'
import type { BackupManifestOfPart } from '../../stores/backup/backup-manifest'
import { readManifest } from '../../stores/backup/manifest-file'
import { keyOfBackupFile, decryptPersonsLogFacts } from '../../stores/backup/persons-log-facts-in-backup'
import { dataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { packageVersion } from '../../system/package-version'
import type { RestoreBackupError } from '../restore/restore-backup'
import { verifyAndReadScopeInventory } from './verify-and-read-scope-inventory'
import { tryToUnwrapKeysOfServer, tryWrappedKeys } from './try-wrapped-keys'

/** So many keys of each file of today's key store must be unwrapped. Ids are random, so the first ones are a sample. */
const maxControls = 1000

/** Where today's keys are. They are the control when the epoch of a backup was destroyed. */
export interface CurrentKeyStoreLocation {
  /** Today's data folder. */
  readonly data: string
  /** The address of the server that has the keys; without one they are in the data folder. It may hold a password. */
  readonly keysServer?: string | undefined
}

/** A backup whose epoch was destroyed, and what it is compared with. */
interface DestroyedBackup extends CurrentKeyStoreLocation {
  readonly from: BackupFolders
  readonly inventory: string
  readonly destroyedEpoch: number
}

/** Tries to decrypt what the backup holds of *persons*, with the key of each epoch that exists. */
const tryPersons = async (
  ring: KekRing,
  { backup, persons }: BackupManifestOfPart<'keys'>,
): Promise<DestroyedEpochDrillReport['persons']> => {
  const epochs = ring.epochs()
  let opened = 0
  for (const epoch of epochs) {
    const key = await ring.backupKey(epoch)()
    if (
      E.isRight(key) &&
      decryptPersonsLogFacts(keyOfBackupFile(key.right, backup, `keys ${manifestFile}`), persons) !== undefined
    )
      opened += 1
  }
  return { attempts: epochs.length, opened }
}

/** A key store that is not here, or cannot be read, has no controls. */
const tryToday = async (
  ring: KekRing,
  { data, keysServer }: CurrentKeyStoreLocation,
): Promise<ErasedScopeOpeningCounts> => {
  const { keys } = dataFolderLayout(data)
  const tries =
    keysServer === undefined
      ? logNames.map((log) => tryWrappedKeys(keys[log], ring, maxControls))
      : [tryToUnwrapKeysOfServer(keysServer, ring, maxControls)]
  let [opened, notOpened] = [0, 0]
  for (const tried of await Promise.allSettled(tries)) {
    if (tried.status === 'rejected') continue
    opened += tried.value.opened
    notOpened += tried.value.scopes.length - tried.value.opened
  }
  return { opened, notOpened }
}

/**
 * Tries every wrapped key of a backup whose epoch was destroyed with every wrapping key that still exists, in use or in
 * escrow (the ring must unwrap in both), and those of today's key store as a control. The manifests of the backup must be
 * verified.
 */
export const tryKeysOnDestroyedEpoch = async (
  ring: KekRing,
  { from, inventory: file, destroyedEpoch, ...today }: DestroyedBackup,
): Promise<E.Either<RestoreBackupError, DestroyedEpochDrillReport>> => {
  const keys = readManifest('keys')(from.keys)
  if (E.isLeft(keys)) return E.left(backupRefused(`The backup cannot be used: ${keys.left}`, 'Use another backup.'))
  const { manifest } = keys.right
  const tried = await tryWrappedKeys(path.join(from.keys, backupDatabaseFileNames.keys.circulation), ring, Infinity)
  const scopes: ReadonlySet<ScopeId> = new Set(tried.scopes)
  const inventory = await verifyAndReadScopeInventory(file, ring, (scope) => scopes.has(scope))
  if (E.isLeft(inventory)) return inventory
  const rows = { tried: scopes.size, attempts: scopes.size * ring.epochs().length, opened: tried.opened }
  const persons = await tryPersons(ring, manifest)
  const control = await tryToday(ring, today)
  const isAllClosed = rows.opened === 0 && persons.opened === 0
  return E.right({
    format: 'glemsom drill of a destroyed epoch 1',
    library: ring.library,
    version: packageVersion(),
    backupTakenOn: manifest.takenOn,
    inventoryTakenOn: inventory.right.header.takenOn,
    destroyedEpoch,
    epochs: ring.epochs(),
    rows,
    erasedSince: [...inventory.right.erased.keys()].filter((scope) => scopes.has(scope)).length,
    persons,
    control,
    provesSomething: control.opened > 0 && control.notOpened === 0,
    horizon: isAllClosed ? 'passed' : 'open',
  })
}
