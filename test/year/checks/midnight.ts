import type { Day } from '../../../domain/values/day'
import type { TrueScope } from '../ground-truth/ground-truth'
import type { LearnedFacts } from '../ground-truth/learned-facts'
import type { SimulatedYear } from '../simulated-year'
import type { LogReader } from './read-logs'
import type { BrokenPromise } from './broken-promise'

/** What a check looks at: a library whose day has just been closed, and what really happened. */
export interface Midnight {
  /** The day that was closed. */
  readonly day: Day
  readonly year: SimulatedYear
  readonly folder: string
  readonly facts: LearnedFacts
  readonly logs: LogReader
  /** The lines of the log and the metrics that servers of the library have written. */
  readonly output: string[]
  /** The scopes that went with the closing. */
  readonly gone: ReadonlyArray<TrueScope>
}

/** Finds the promises that do not hold. */
export type Check = (midnight: Midnight) => ReadonlyArray<BrokenPromise> | Promise<ReadonlyArray<BrokenPromise>>
