import * as E from 'fp-ts/Either'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { ScopeId } from '../../../domain/values/ids'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { readAllKeyRows } from '../../../retention/keys/read-all-key-rows'
import { scratchFolderRefused, type ReportBackupProgress } from '../../processes/backup/backup-operations'
import type {
  DestroyedEpochDrillReport,
  DrillReport,
  ErasedScopeOpeningCounts,
} from '../../processes/backup/drill-report'
import type { BackupFolders } from '../../stores/backup/backup-layout'
import { type RingPlaces, dataFolderLayout, type DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { withScratchFolder } from '../../stores/data-folder/scratch-folder'
import { ringThatAlsoUnwrapsFromEscrow } from '../../../retention/keys/ring-that-also-unwraps-from-escrow'
import { openRing } from '../../stores/kek-ring/open-ring'
import { packageVersion } from '../../system/package-version'
import { copyBackupIntoDataFolder } from '../restore/copy-backup-into-data-folder'
import type { RestoreBackupError } from '../restore/restore-backup'
import { verifyBackup, type VerifiedBackup } from '../restore/verify-backup'
import { openStoresInFolder } from '../stores/open-stores-in-folder'
import { closePrimaryStores, type OpenStoresError, type PrimaryStores } from '../stores/primary-stores'
import { tryKeysOnDestroyedEpoch, type CurrentKeyStoreLocation } from './try-keys-on-destroyed-epoch'
import { tryToOpenPartsOfBackup, type ScopeOpeningResults } from './try-to-open-parts-of-backup'
import { verifyAndReadScopeInventory, type InventoryForDrill } from './verify-and-read-scope-inventory'

/** A backup, an inventory that is newer, and the ring of today. */
export interface DrillRequest extends CurrentKeyStoreLocation {
  readonly from: BackupFolders
  readonly inventory: string
  readonly ring: string
  /** The folders of escrow and copy that lie elsewhere. */
  readonly ringPlaces?: RingPlaces
}

export interface SignedErasureDrillReport {
  readonly report: DrillReport | DestroyedEpochDrillReport
  /** An Ed25519 signature of the report's JSON, in base64. */
  readonly signature: string
}

const countOpened = (opened: Iterable<boolean>): ErasedScopeOpeningCounts => {
  const all = [...opened]
  const count = all.filter((isOpen) => isOpen).length
  return { opened: count, notOpened: all.length - count }
}

const countByClass = ({ erased }: ScopeOpeningResults, inventory: InventoryForDrill): DrillReport['erased'] => {
  const byClass = new Map<ScopeClass, boolean[]>()
  for (const [scope, isOpen] of erased) {
    const name = inventory.erased.get(scope)?.class
    if (name !== undefined) byClass.set(name, [...(byClass.get(name) ?? []), isOpen])
  }
  return Object.fromEntries([...byClass].map(([name, opened]) => [name, countOpened(opened)]))
}

const livingKeys = async ({ keyStore }: PrimaryStores): Promise<E.Either<OpenStoresError, ReadonlySet<ScopeId>>> => {
  const living = new Set<ScopeId>()
  for await (const page of readAllKeyRows(keyStore)) {
    if (E.isLeft(page)) return page
    for (const row of page.right) if (row._tag === 'Living') living.add(row.scope)
  }
  return E.right(living)
}

const horizonOf = ({ erased }: ScopeOpeningResults): DrillReport['horizon'] => {
  if (erased.size === 0) return 'unknown'
  return [...erased.values()].some((isOpen) => isOpen) ? 'open' : 'passed'
}

const reportOf = (
  ring: KekRing,
  backup: VerifiedBackup,
  inventory: InventoryForDrill,
  opened: ScopeOpeningResults,
): DrillReport => {
  const erased = countByClass(opened, inventory)
  const living = countOpened(opened.living.values())
  return {
    format: 'glemsom drill 1',
    library: ring.library,
    version: packageVersion(),
    backupTakenOn: backup.keys.takenOn,
    inventoryTakenOn: inventory.header.takenOn,
    epochs: ring.epochs(),
    ...{ erased, living },
    provesSomething: living.opened > 0 && living.notOpened === 0 && opened.erased.size > 0,
    horizon: horizonOf(opened),
  }
}

const signReport = async (
  ring: KekRing,
  report: SignedErasureDrillReport['report'],
): Promise<E.Either<RestoreBackupError, SignedErasureDrillReport>> => {
  const signature = await ring.sign(Buffer.from(JSON.stringify(report), 'utf8'))()
  return E.isLeft(signature)
    ? signature
    : E.right({ report, signature: Buffer.from(signature.right).toString('base64') })
}

const examine = async (
  layout: DataFolderLayout,
  backup: VerifiedBackup,
  { inventory: file }: DrillRequest,
): Promise<E.Either<RestoreBackupError, SignedErasureDrillReport>> => {
  const stores = await openStoresInFolder(layout)()
  if (E.isLeft(stores)) return stores
  // Whoever has the backup and the ring may have the escrow too.
  const ring = ringThatAlsoUnwrapsFromEscrow(stores.right.ring)
  try {
    const living = await livingKeys(stores.right)
    if (E.isLeft(living)) return living
    const inventory = await verifyAndReadScopeInventory(file, ring, (scope) => living.right.has(scope))
    if (E.isLeft(inventory)) return inventory
    // Only what was erased since the backup: its key lived in it.
    const since = new Map([...inventory.right.erased].filter(([scope]) => living.right.has(scope)))
    const examined = { ...inventory.right, erased: since }
    const report = reportOf(ring, backup, examined, await tryToOpenPartsOfBackup({ ...stores.right, ring }, examined))
    return await signReport(ring, report)
  } finally {
    await closePrimaryStores(stores.right)
  }
}

/** A backup whose epoch was destroyed cannot be restored: its wrapped keys are tried where they are. */
const examineRefused = async (
  ring: KekRing,
  request: DrillRequest,
  refused: RestoreBackupError,
): Promise<E.Either<RestoreBackupError, SignedErasureDrillReport>> => {
  if (refused._tag !== 'BackupRefused' || refused.destroyedEpoch === undefined) return E.left(refused)
  const { destroyedEpoch } = refused
  const report = await tryKeysOnDestroyedEpoch(ringThatAlsoUnwrapsFromEscrow(ring), { ...request, destroyedEpoch })
  return E.isLeft(report) ? report : signReport(ring, report.right)
}

const noScratchFolder = (): E.Either<RestoreBackupError, never> => E.left(scratchFolderRefused('the backup'))

/** Restores a backup in a scratch folder and examines it there. */
const examineVerified = (
  request: DrillRequest,
  backup: VerifiedBackup,
  report: ReportBackupProgress,
): Promise<E.Either<RestoreBackupError, SignedErasureDrillReport>> =>
  withScratchFolder(
    'glemsom-drill-',
    noScratchFolder,
  )(async (root) => {
    const layout = dataFolderLayout(root, request.ring, request.ringPlaces)
    const copied = await copyBackupIntoDataFolder(request.from, backup, layout, report)
    return E.isLeft(copied) ? copied : examine(layout, backup, request)
  })

/**
 * Restores a backup in a scratch folder, which is overwritten and removed afterwards, and tries to open what was erased
 * since, with the keys of the backup and the ring. When the epoch of the backup was destroyed, tries its wrapped keys with
 * every wrapping key that exists.
 */
export const runDrill = async (
  request: DrillRequest,
  report: ReportBackupProgress,
): Promise<E.Either<RestoreBackupError, SignedErasureDrillReport>> => {
  const ring = await openRing(request.ring, request.ringPlaces)()
  if (E.isLeft(ring)) return ring
  try {
    const backup = await verifyBackup(ring.right)(request.from)
    return E.isLeft(backup)
      ? await examineRefused(ring.right, request, backup.left)
      : await examineVerified(request, backup.right, report)
  } finally {
    await ring.right.close()
  }
}
