import type { BrokenPromise } from '../checks/broken-promise'
import type { RunningYear } from '../simulate-year'
import type { WritableFiles } from './writable-files'

/** What must be found: the promise, and in which way it does not hold or of what, where other faults break it as well. */
export type ExpectedFinding = Pick<BrokenPromise, 'promise'> & Partial<BrokenPromise>

/** A fault that is injected in the course of a night. It cannot be undone. */
export interface FaultOfNight {
  readonly title: string
  readonly when: 'before the collection' | 'before the closing' | 'before the mail goes out'
  /** Injects the fault, and answers what must be found: all of it. */
  readonly inject: (running: RunningYear, files: WritableFiles) => Promise<ReadonlyArray<ExpectedFinding>>
}

/** Whether a finding is what a fault must lead to. */
export const isExpectedFinding =
  ({ promise, what, about }: ExpectedFinding) =>
  (found: BrokenPromise): boolean =>
    found.promise === promise &&
    (what === undefined || found.what === what) &&
    (about === undefined || found.about === about)
