import { rmSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { Day } from '../../../domain/values/day'
import type { KekRing } from '../../../retention/keys/kek-ring'
import {
  backupRefused,
  type BackUpLibrary,
  type BackupRefused,
  type BackupSummary,
} from '../../processes/backup/backup-operations'
import type { DatabaseFileCheckResults } from '../../processes/damage/database-file-check-results'
import { backupParts, type BackupFolders } from '../../stores/backup/backup-layout'
import { keyOfBackupFile } from '../../stores/backup/persons-log-facts-in-backup'
import { createDatabaseFileCopier, type FileCopier } from '../../stores/sqlite/copying/database-file-copier'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { errorCodeOf } from '../../system/files/error-code'
import {
  copyPartIntoBackup,
  copySettingsFiles,
  sourceFilesOfCopyPlan,
  type CopiedFile,
  type BackupCopyPlan,
} from './copy-stores-into-backup'
import { verifyBackupCopies } from './facts-of-backup-files'
import { findBackupTargetProblem } from './find-backup-target-problem'
import { epochsOfRing, writeManifest } from './write-manifests'

/** The steps of a backup, in their order. A backup is complete after the last one. */
export const backupSteps = ['snapshot', 'keys', 'logs', 'verify', 'manifest of keys', 'manifest of logs'] as const
export type BackupStep = (typeof backupSteps)[number]

/** What a backup needs. */
export interface BackUpDependencies {
  readonly layout: DataFolderLayout
  readonly ring: KekRing
  readonly fileChecks: Pick<DatabaseFileCheckResults, 'oneAtATime'>
  readonly today: () => Day
  readonly newBackupId: () => string
  readonly version: string
  /** Called when a backup is complete and was read back. */
  readonly noteBackup?: (takenOn: Day) => void
  /** Called after each step, for tests that end the process there. */
  readonly afterStep?: (step: BackupStep) => void
}

type Failure = BackupRefused | StoreUnavailable | Unavailable

/** The files of a folder that cannot be written: a full disk, a missing right. */
const notWritten = (error: unknown): BackupRefused =>
  backupRefused(
    `The backup cannot be written (${errorCodeOf(error) ?? 'unknown'})`,
    'Name a folder that this user can write, on a disk with enough free space.',
  )

/** Key stores are copied first, so that an erasure waits no longer than that to empty their write-ahead logs. */
const copyAll = async (
  { fileChecks, afterStep }: BackUpDependencies,
  copier: FileCopier,
  plan: BackupCopyPlan,
  report: Parameters<BackUpLibrary>[1],
): Promise<E.Either<StoreUnavailable, ReadonlyArray<CopiedFile>>> => {
  const keys = await fileChecks.oneAtATime('keys')(async () => {
    const taken = await copier.takeSnapshot(sourceFilesOfCopyPlan(plan).map((file) => ({ file })))
    if (E.isLeft(taken)) return taken
    afterStep?.('snapshot')
    return copyPartIntoBackup(copier, plan, 'keys', report)
  })()
  if (E.isLeft(keys)) return keys
  afterStep?.('keys')
  const logs = await copyPartIntoBackup(copier, plan, 'logs', report)
  if (E.isLeft(logs)) return logs
  copySettingsFiles(plan)
  afterStep?.('logs')
  return E.right([...keys.right, ...logs.right])
}

const writeBackup = async (
  dependencies: BackUpDependencies,
  copier: FileCopier,
  to: BackupFolders,
  report: Parameters<BackUpLibrary>[1],
): Promise<E.Either<Failure, BackupSummary>> => {
  const { layout, ring, today, version, afterStep } = dependencies
  const [backup, epoch, takenOn] = [dependencies.newBackupId(), ring.currentEpoch(), today()]
  const backupKey = await ring.backupKey(epoch)()
  if (E.isLeft(backupKey)) return backupKey
  const epochs = await epochsOfRing(ring)()
  if (E.isLeft(epochs)) return epochs
  const keyOf = (name: string): Uint8Array => keyOfBackupFile(backupKey.right, backup, name)
  const copied = await copyAll(dependencies, copier, { layout, to, keyOf }, report)
  if (E.isLeft(copied)) return copied
  const facts = await verifyBackupCopies(copier, copied.right)
  if (E.isLeft(facts)) return facts
  afterStep?.('verify')
  const common = { backup, takenOn, version, ring, epoch, epochs: epochs.right, facts: facts.right, keyOf }
  const keys = await writeManifest(common, to)('keys')
  if (E.isLeft(keys)) return keys
  afterStep?.('manifest of keys')
  const logs = await writeManifest(common, to)('logs')
  if (E.isLeft(logs)) return logs
  afterStep?.('manifest of logs')
  return E.right({
    ...{ backup, takenOn, ...to, bytes: keys.right + logs.right },
    events: facts.right.logs.circulation.events,
    livingKeys: facts.right.keys.circulation.living,
    destroyedKeys: facts.right.keys.circulation.fenced,
  })
}

const removeFolders = (to: BackupFolders): void => {
  for (const part of backupParts) rmSync(to[part], { recursive: true, force: true })
}

/**
 * Makes backups of a data folder, also while it is in use: both logs and both key stores as they are at one moment, each
 * copied row by row into a new file, read back, and described by signed manifests. Removes what it wrote when it fails.
 */
export const createDataFolderBackUpOperation =
  (dependencies: BackUpDependencies): BackUpLibrary =>
  (to, report): TaskEither<Failure, BackupSummary> =>
  async () => {
    const problem = findBackupTargetProblem(dependencies.layout, to)
    if (problem !== undefined) return E.left(problem)
    const copier = createDatabaseFileCopier()
    const written = await writeBackup(dependencies, copier, to, report).catch((error: unknown) =>
      E.left(notWritten(error)),
    )
    await copier.close()
    if (E.isLeft(written)) removeFolders(to)
    else dependencies.noteBackup?.(written.right.takenOn)
    return written
  }
