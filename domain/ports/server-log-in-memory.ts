import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../values/day'
import type { ShortTermStoreError } from './short-term-store'

/** What this process has logged and counted, and not put into the short-term store yet. */
export interface ServerLogInMemory {
  /** Puts the hours of a day, and of earlier ones, into the short-term store. */
  readonly storeUntil: (day: Day) => TaskEither<ShortTermStoreError, void>
}
