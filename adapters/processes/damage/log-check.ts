import type { EventAddress, LogName } from '../../../domain/event/stream'
import type { UnexpectedLogChange } from './log-change-detector'
import type { CheckedFile } from './describe-checked-file'

/** What a backup has at the place of a damaged event. */
export type EventStatusInBackup =
  /** The event can be read there, with the keys of this library. */
  | 'readable'
  /** It is there, and cannot be read either. */
  | 'damaged'
  | 'missing'

export interface DamagedEventInCheck extends EventAddress {
  /** The event type as it is stored; null for a revision that has no event. */
  readonly type: string | null
  readonly reason: string
  /** Null when no backup was named. */
  readonly backup: EventStatusInBackup | null
}

/** What reading both logs from end to end, and checking the files of logs and keys, has found. It names no person. */
export interface LogCheck {
  readonly events: number
  readonly damaged: ReadonlyArray<DamagedEventInCheck>
  /**
   * The logs whose events from before the codes are not those that the ring has signed: some were changed, added or
   * removed. Absent when there are none.
   */
  readonly changedOlderEvents?: ReadonlyArray<LogName>
  /** The events whose sealed parts could not be checked, because a file of the keys is damaged. Absent when there are none. */
  readonly notOpened?: number
  /** How the logs differ from what was read of them before. */
  readonly changedLogs: ReadonlyArray<UnexpectedLogChange>
  /** None when logs and keys are on servers. */
  readonly files: ReadonlyArray<CheckedFile>
}

/** The folder that is named as a backup has no logs that can be read. */
export interface BackupIsUnusable {
  readonly _tag: 'BackupIsUnusable'
  readonly reason: string
}
