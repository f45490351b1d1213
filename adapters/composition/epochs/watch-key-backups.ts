import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Day } from '../../../domain/values/day'
import { keyBackupStatus, type KeyBackupStatus } from '../../../retention/epochs/key-backup-status'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { Alarm } from '../../processes/failures/alarm-without-repeats'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { noteKeyBackup, readKeyBackupRecord, writeKeyBackupRecord } from '../../stores/data-folder/key-backup-file'

/** What the watching of the backups of the keys needs. */
interface KeyBackupDependencies {
  /** Undefined when logs and keys are on servers, which have backups of their own. */
  readonly layout: DataFolderLayout | undefined
  readonly ring: Pick<KekRing, 'library' | 'currentEpoch' | 'currentEpochBegunOn'>
  readonly clock: Pick<LibraryClock, 'today'>
  readonly escrowDays: number
  /** A demo library needs no backup. */
  readonly isDemo: boolean
  readonly alarm: Alarm
}

/** Watches how old the newest backup of the keys is. */
export interface KeyBackupWatch {
  /** Null where no backup is expected: in a demo, and on servers. */
  readonly status: () => KeyBackupStatus | null
  /** Notes a backup that was read back. */
  readonly note: (takenOn: Day) => void
  /** Raises the alarm `KeyBackupTooOld` once a day while the newest backup is older than half the escrow. */
  readonly check: () => void
}

/** Watches the backups of the keys of a library. A record that cannot be written is written by the next check. */
export const watchKeyBackups = (dependencies: KeyBackupDependencies): KeyBackupWatch => {
  const { layout, ring, clock, escrowDays, isDemo, alarm } = dependencies
  let alarmedOn: Day | undefined
  if (layout === undefined) return { status: () => null, note: () => undefined, check: () => undefined }
  const readRecord = () => {
    const record = readKeyBackupRecord(layout)
    return record?.library === ring.library ? record : { library: ring.library }
  }
  const status = (): KeyBackupStatus | null => {
    if (isDemo) return null
    const { newest, neededSince } = readRecord()
    return keyBackupStatus({ newest, neededSince, today: clock.today(), escrowDays })
  }
  const noteFirstRenewal = (): void => {
    const record = readRecord()
    if (record.neededSince !== undefined || ring.currentEpoch() === 1) return
    writeKeyBackupRecord(layout, { ...record, neededSince: ring.currentEpochBegunOn() ?? clock.today() })
  }
  const orTryLater = (write: () => void): void => {
    try {
      write()
    } catch {
      // The folder cannot be written now.
    }
  }
  return {
    status,
    note: (takenOn) => orTryLater(() => noteKeyBackup(layout, ring.library, takenOn)),
    check: () => {
      if (isDemo) return
      orTryLater(noteFirstRenewal)
      const today = clock.today()
      const found = status()
      if (found?.isTooOld !== true || alarmedOn === today) return
      alarmedOn = today
      alarm('KeyBackupTooOld', { newest: found.newest ?? 'none' })
    },
  }
}
