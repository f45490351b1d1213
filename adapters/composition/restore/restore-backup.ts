import { existsSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { backupRefused, type BackupRefused, type ReportBackupProgress } from '../../processes/backup/backup-operations'
import {
  countUnreadableScopes,
  type RestoreSummary,
  type UnreadableScopeCounts,
  type UnreadableScope,
} from '../../processes/backup/restore-summary'
import type { BackupFolders } from '../../stores/backup/backup-layout'
import { noteKeyBackup } from '../../stores/data-folder/key-backup-file'
import { writeAcceptedKeyLosses } from '../../stores/data-folder/accepted-losses'
import { dataFolderLayout, type DataFolderLayout, type RingPlaces } from '../../stores/data-folder/data-folder-layout'
import { findDataFolderAccessProblem } from '../../stores/data-folder/find-data-folder-access-problem'
import { readFolderDescription } from '../../stores/data-folder/folder-description'
import type { FolderError } from '../../stores/data-folder/folder-error'
import { isFolderLocked } from '../../stores/data-folder/lock-folder'
import { isRestoring, unmarkRestoring } from '../../stores/data-folder/restore-marker'
import { openRing } from '../../stores/kek-ring/open-ring'
import { errorCodeOf } from '../../system/files/error-code'
import { findNewFolderProblem } from '../backup/find-backup-target-problem'
import type { OpenStoresError } from '../stores/primary-stores'
import { copyBackupIntoDataFolder, clearDataFolder } from './copy-backup-into-data-folder'
import { replayErasuresInRestoredFolder } from './replay-erasures-in-restored-folder'
import { verifyBackup, type VerifiedBackup } from './verify-backup'

/** The steps of a restore, in their order. Until the last one no process opens the folder. */
export const restoreSteps = ['verify', 'copy', 'replay', 'complete'] as const
export type RestoreStep = (typeof restoreSteps)[number]

/** What is restored, and where. */
export interface RestoreRequest {
  readonly from: BackupFolders
  readonly to: string
  /** The folder of the ring; default: `ring` in the restored folder. */
  readonly ring?: string | undefined
  /** The folders of escrow, copy and erasure receipt that lie elsewhere. */
  readonly ringPlaces?: RingPlaces
  /** Restore although scopes cannot be read that the logs do not call erased. */
  readonly acceptLost: boolean
  /** Restore although the erasure receipt is lost: borrowers who were erased since the backup come back. */
  readonly acceptLostReceipt?: boolean
}

/** Scopes that the logs do not call erased cannot be read. */
export interface ScopesWouldBeLost {
  readonly _tag: 'ScopesWouldBeLost'
  readonly unreadable: UnreadableScopeCounts
}

export type RestoreBackupError = BackupRefused | ScopesWouldBeLost | OpenStoresError | EventReadError | FolderError

const findRestoreProblem = (layout: DataFolderLayout): BackupRefused | FolderError | undefined => {
  const access = findDataFolderAccessProblem(layout)
  if (access !== undefined) return access
  if (isFolderLocked(layout)) return { _tag: 'FolderInUse', folder: layout.root }
  return existsSync(layout.root) && !isRestoring(layout)
    ? findNewFolderProblem(layout.root, [layout.ring, path.dirname(layout.erasureReceipt)])
    : undefined
}

const finish = (
  layout: DataFolderLayout,
  { logs, keys }: VerifiedBackup,
  keysDestroyed: number,
  unreadable: ReadonlyArray<UnreadableScope>,
): RestoreSummary => {
  if (unreadable.length > 0) writeAcceptedKeyLosses(layout, unreadable)
  noteKeyBackup(layout, keys.library, keys.takenOn)
  unmarkRestoring(layout)
  return {
    folder: layout.root,
    logsTakenOn: logs.takenOn,
    keysTakenOn: keys.takenOn,
    keysDestroyed,
    unreadable: countUnreadableScopes(unreadable),
  }
}

const restoreInto = async (
  layout: DataFolderLayout,
  { from, acceptLost, acceptLostReceipt = false }: RestoreRequest,
  backup: VerifiedBackup,
  report: ReportBackupProgress,
  afterStep: (step: RestoreStep) => void,
): Promise<E.Either<RestoreBackupError, RestoreSummary>> => {
  clearDataFolder(layout)
  const copied = await copyBackupIntoDataFolder(from, backup, layout, report)
  if (E.isLeft(copied)) return copied
  afterStep('copy')
  const replayed = await replayErasuresInRestoredFolder(layout, acceptLostReceipt)
  if (E.isLeft(replayed)) return replayed
  const { keysDestroyed, unreadable } = replayed.right
  if (unreadable.length > 0 && !acceptLost)
    return E.left({ _tag: 'ScopesWouldBeLost', unreadable: countUnreadableScopes(unreadable) })
  afterStep('replay')
  const summary = finish(layout, backup, keysDestroyed, unreadable)
  afterStep('complete')
  return E.right(summary)
}

const notWritten = (error: unknown): BackupRefused =>
  backupRefused(
    `The folder cannot be written (${errorCodeOf(error) ?? 'unknown'})`,
    'Name a folder that this user can write, on a disk with enough free space.',
  )

/**
 * Restores a backup into an empty folder. Verifies it against its manifests and the ring, copies it, and replays the
 * erasures of both logs over the key store. A restore that fails leaves the folder empty; one that is interrupted leaves
 * it marked, and begins again.
 */
export const restoreBackup = async (
  request: RestoreRequest,
  report: ReportBackupProgress,
  afterStep: (step: RestoreStep) => void = () => undefined,
): Promise<E.Either<RestoreBackupError, RestoreSummary>> => {
  const layout = dataFolderLayout(request.to, request.ring, request.ringPlaces)
  const problem = findRestoreProblem(layout)
  if (problem !== undefined) return E.left(problem)
  const ring = await openRing(layout.ring, layout.ringPlaces)()
  if (E.isLeft(ring)) return ring
  const backup = await verifyBackup(ring.right)(request.from)
  await ring.right.close()
  if (E.isLeft(backup)) return backup
  const description = readFolderDescription(dataFolderLayout(request.from.logs))
  if (E.isLeft(description)) return description
  afterStep('verify')
  try {
    const restored = await restoreInto(layout, request, backup.right, report, afterStep)
    if (E.isLeft(restored)) clearDataFolder(layout)
    return restored
  } catch (error) {
    clearDataFolder(layout)
    return E.left(notWritten(error))
  }
}
