import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { Day } from '../../../domain/values/day'

/** A backup or a restore that is not done. `reason` is the beginning of a sentence, and names no person. */
export interface BackupRefused {
  readonly _tag: 'BackupRefused'
  readonly reason: string
  readonly whatToDo: string
  /** The epoch of the backup, when its wrapping key was destroyed after its days in escrow. */
  readonly destroyedEpoch?: number
}

/** What a backup holds. It says of *persons* no more than that it is there: its counts would tell what happened when. */
export interface BackupSummary {
  readonly backup: string
  readonly takenOn: Day
  readonly logs: string
  readonly keys: string
  /** Of circulation alone. */
  readonly events: number
  readonly livingKeys: number
  readonly destroyedKeys: number
  /** The size of all files, in bytes. */
  readonly bytes: number
}

/** Reports how much of a file is copied, in percent. */
export type ReportBackupProgress = (what: string, done: number, total: number) => void

/** Copies logs and keys as they are at one moment into two folders, which must be empty or missing. */
export type BackUpLibrary = (
  to: { readonly logs: string; readonly keys: string },
  report: ReportBackupProgress,
) => TaskEither<BackupRefused | StoreUnavailable | Unavailable, BackupSummary>

export const backupRefused = (reason: string, whatToDo: string): BackupRefused => ({
  _tag: 'BackupRefused',
  reason,
  whatToDo,
})

/** The scratch folder, which needs room for so much, cannot be made. */
export const scratchFolderRefused = (content: string): BackupRefused =>
  backupRefused(
    'A scratch folder cannot be made in the folder for temporary files',
    `Set TMPDIR to a folder that this user can write, with room for ${content}.`,
  )
