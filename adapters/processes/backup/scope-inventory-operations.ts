import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { Day } from '../../../domain/values/day'
import type { BackupRefused } from './backup-operations'

/** Where an inventory is, and of when. */
export interface ScopeInventorySummary {
  readonly file: string
  readonly takenOn: Day
  /** The month as of whose closing *persons* is listed; null before the first. */
  readonly personsAsOf: string | null
}

/** Writes the inventory of the library into a new file. */
export type WriteScopeInventory = (file: string) => TaskEither<BackupRefused | Unavailable, ScopeInventorySummary>
