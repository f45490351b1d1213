import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { LivingKeyRow } from '../keys/key-row'

/** Rows that were read and re-wrapped together. */
export interface RewrappedRows {
  /** In the current epoch. They are to replace the rows that were read; the caller wipes them. */
  readonly rows: ReadonlyArray<LivingKeyRow>
  /** How many rows of older epochs do not authenticate, so that they could not be re-wrapped. */
  readonly unusable: number
}

/** Reads the living keys of older epochs in the order of their scope ids, and re-wraps them in the current one. */
export interface RewrappingRowReader {
  /** The next rows, at most so many. Undefined after the last one; then it begins anew. One call at a time. */
  readonly next: (limit: number) => TaskEither<Unavailable, RewrappedRows | undefined>
  /** Wipes what it holds, and ends. */
  readonly end: Task<void>
}
