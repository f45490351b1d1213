import { daysBetween, type Day } from '../../domain/values/day'

/** The days that tell how old the newest backup of the keys is. They date nothing that happened in a log. */
interface KeyBackupDays {
  /** The day of the newest backup that was read back; undefined while there is none. */
  readonly newest: Day | undefined
  /** The day of the first renewal of the wrapping key, from which on a backup is needed; undefined before it. */
  readonly neededSince: Day | undefined
  readonly today: Day
  /** How many days the wrapping key of a retired epoch stays in escrow. */
  readonly escrowDays: number
}

/** How old the newest backup of the keys is. */
export interface KeyBackupStatus {
  /** The day of the newest backup that was read back; null while there is none. */
  readonly newest: Day | null
  /** Whether it is older than half the escrow. After the whole escrow it opens nothing. */
  readonly isTooOld: boolean
}

/**
 * Compares the age of the newest backup of the keys with half the escrow. Without a backup, the age counts from the first
 * renewal. A day that has not come yet counts as none. Without an escrow no backup of keys is of use, so none is too old.
 */
export const keyBackupStatus = ({ newest, neededSince, today, escrowDays }: KeyBackupDays): KeyBackupStatus => {
  const known = newest !== undefined && newest <= today ? newest : undefined
  const from = known ?? neededSince
  const isTooOld = escrowDays > 0 && from !== undefined && 2 * daysBetween(from)(today) > escrowDays
  return { newest: known ?? null, isTooOld }
}
