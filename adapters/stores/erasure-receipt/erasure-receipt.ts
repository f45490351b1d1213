import * as t from 'io-ts'
import type { TaskEither } from 'fp-ts/TaskEither'
import { exactRecord } from '../../../domain/event/exact-record'
import { RunId, ScopeId } from '../../../domain/values/ids'
import type { Unavailable } from '../../../domain/ports/scope-keys'

/** A run that has erased borrowers. It bears no time. */
export const ErasedBorrowers = exactRecord('ErasedBorrowers', { run: RunId, borrowers: t.readonlyArray(ScopeId) })
export type ErasedBorrowers = t.TypeOf<typeof ErasedBorrowers>

/**
 * The list of the erased borrowers, outside of every backup: a folder that was restored from an older backup erases them
 * again. It names them by the random ids that the log names openly. Processes of one library on servers share the file:
 * each adds to what it finds there.
 */
export interface ErasureReceipt {
  readonly runs: () => ReadonlyArray<ErasedBorrowers>
  /** Adds a run, durably; does nothing when it is there. */
  readonly add: (run: ErasedBorrowers) => TaskEither<Unavailable, void>
  /** Encrypts and writes the file anew, so that its time of change is not that of an erasure. */
  readonly rewrite: TaskEither<Unavailable, void>
}
