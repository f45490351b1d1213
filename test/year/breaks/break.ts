import type { PromiseName } from '../checks/broken-promise'
import type { Midnight } from '../checks/midnight'
import type { RunningYear } from '../simulate-year'
import type { PastRows } from './past-rows'
import type { WritableFiles } from './writable-files'

/** A library at midnight, whose files can be changed behind its back. */
export interface BreakableLibrary {
  readonly running: RunningYear
  readonly midnight: Midnight
  readonly files: WritableFiles
  readonly past: PastRows
}

/** One promise, broken on purpose: the checks must find it, and name it. */
export interface Break {
  readonly promise: PromiseName
  readonly title: string
  /** Whether the files must be searched to find it. That takes longer than all other checks. */
  readonly isInFile?: true
  /** Breaks the promise. Answers how to undo that. */
  readonly breakIt: (library: BreakableLibrary) => Promise<() => Promise<void>>
}
