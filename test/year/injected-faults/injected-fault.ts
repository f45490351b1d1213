import type { PromiseName } from '../checks/broken-promise'
import type { Midnight } from '../checks/midnight'
import type { RunningYear } from '../simulate-year'
import type { PastRows } from './past-rows'
import type { WritableFiles } from './writable-files'

/** A library at midnight, into whose files a test writes behind its back. */
export interface LibraryToInjectInto {
  readonly running: RunningYear
  readonly midnight: Midnight
  readonly files: WritableFiles
  readonly past: PastRows
}

/** A fault that breaks one promise on purpose: the checks must find it, and name the promise. */
export interface InjectedFault {
  readonly promise: PromiseName
  readonly title: string
  /** Whether the files must be searched to find it. That takes longer than all other checks. */
  readonly isInFile?: true
  /** Injects the fault. Answers how to undo that. */
  readonly inject: (library: LibraryToInjectInto) => Promise<() => Promise<void>>
}
