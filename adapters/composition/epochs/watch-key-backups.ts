import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Day } from '../../../domain/values/day'
import { keyBackupStatus, type KeyBackupStatus } from '../../../retention/epochs/key-backup-status'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import {
  noteKeyBackup,
  readKeyBackupHistory,
  writeKeyBackupHistory,
  type KeyBackupHistory,
} from '../../stores/data-folder/key-backup-file'

/** What the watching of the backups of the keys needs. */
interface KeyBackupDependencies {
  /** Where the days are noted; on servers in the folder of the ring, which the processes share. */
  readonly place: Pick<DataFolderLayout, 'keyBackup'>
  /** Servers have backups of their own, of which nothing is known: there the watch begins with the first backup. */
  readonly beginsWithBackup: boolean
  readonly ring: Pick<KekRing, 'library' | 'currentEpoch' | 'currentEpochBegunOn'>
  readonly clock: Pick<LibraryClock, 'today'>
  readonly escrowDays: number
  /** A demo library needs no backup. */
  readonly isDemo: boolean
  readonly alarm: AlarmReporter
}

/** Watches how old the newest backup of the keys is. */
export interface KeyBackupWatch {
  /** Null where no backup is expected: in a demo, and on servers before the first one. */
  readonly status: () => KeyBackupStatus | null
  /** Notes a backup that was read back. */
  readonly note: (takenOn: Day) => void
  /** Raises the alarm `KeyBackupTooOld` once a day while the newest backup is older than half the escrow. */
  readonly check: () => void
}

/** Watches the backups of the keys of a library. A record that cannot be written is written by the next check. */
export const watchKeyBackups = (dependencies: KeyBackupDependencies): KeyBackupWatch => {
  const { place, beginsWithBackup, ring, clock, escrowDays, isDemo, alarm } = dependencies
  let alarmedOn: Day | undefined
  const readRecord = (): KeyBackupHistory => {
    const found = readKeyBackupHistory(place)
    return found?.library === ring.library ? found : { library: ring.library }
  }
  /** As of the last check: `/health` and the metrics ask often, and the file may be on a disk of another machine. */
  let record = readRecord()
  const status = (): KeyBackupStatus | null => {
    if (isDemo) return null
    const { newest, neededSince } = record
    if (beginsWithBackup && newest === undefined) return null
    return keyBackupStatus({ newest, neededSince, today: clock.today(), escrowDays })
  }
  const noteFirstRenewal = (): void => {
    record = readRecord()
    if (beginsWithBackup || record.neededSince !== undefined || ring.currentEpoch() === 1) return
    writeKeyBackupHistory(place, { ...record, neededSince: ring.currentEpochBegunOn() ?? clock.today() })
    record = readRecord()
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
    note: (takenOn) => {
      orTryLater(() => noteKeyBackup(place, ring.library, takenOn))
      record = readRecord()
    },
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
