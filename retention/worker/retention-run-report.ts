import type { ScopeClass } from '../../domain/event/scope-class'
import type { Day } from '../../domain/values/day'
import type { DaysToCloseRefusal } from '../guards/days-to-close'
import type { ErasureRunTooLarge } from '../guards/check-erasure-run-size'
import type { HoldsAreUnreadable } from '../guards/legal-holds'
import type { ErasureRunOnHold } from './split-interrupted-erasure-runs-by-guard'
import type { StepFailed } from '../erasing/erasure-step'

/** A port failed before any step of an erasure began. */
export interface WorkerFailed {
  readonly _tag: 'WorkerFailed'
  readonly reason: string
}

export type ErasedByClass = Readonly<Partial<Record<ScopeClass, number>>>

/** How many scopes are due, overdue, on hold and waiting. */
export interface RetentionStatus {
  readonly today: Day
  /** Scopes that the log's closings have made due and that have no certificate. */
  readonly due: number
  /** Scopes that should have been erased on an earlier day. Must be 0. */
  readonly overdue: number
  /** The day since which the oldest of them is overdue; not before the first day of the library. */
  readonly oldestOverdue: string | undefined
  /** How late that is, in days; 0 when nothing is overdue. */
  readonly lagDays: number
  /** Due, but under a legal hold. */
  readonly onHold: number
  /** How many legal holds stand. */
  readonly holdsInForce: number
  /** Legal holds that cannot be read: nothing that they may name is erased. Must be 0. */
  readonly unreadableHolds: number
  /** Due, but a reactor or a projector has not read the event that made it due. */
  readonly waiting: number
  /** The names of those reactors and projectors. */
  readonly waitingFor: ReadonlyArray<string>
}

const addCounts = (one: ErasedByClass, other: ErasedByClass): ErasedByClass => {
  const sum: Partial<Record<ScopeClass, number>> = { ...one }
  for (const [name, count] of Object.entries(other)) {
    const scopeClass = name as ScopeClass
    sum[scopeClass] = (sum[scopeClass] ?? 0) + count
  }
  return sum
}

/** The report of two runs, one after the other: what both erased, and the rest as the second left it. */
export const joinRunReports = (first: RetentionRunReport, second: RetentionRunReport): RetentionRunReport => ({
  ...second,
  erased: addCounts(first.erased, second.erased),
  runs: first.runs + second.runs,
  orphans: first.orphans + second.orphans,
})

/** What one run of the worker found, erased and refused, and the status after it. */
export interface RetentionRunReport {
  /** Scopes that were due when the run began. */
  readonly found: number
  readonly statusAfter: RetentionStatus
  readonly erased: ErasedByClass
  /** Erasure runs that were certified. */
  readonly runs: number
  /** Keys that no event names, destroyed in this run. */
  readonly orphans: number
  readonly refused: ReadonlyArray<DaysToCloseRefusal | ErasureRunTooLarge | ErasureRunOnHold | HoldsAreUnreadable>
  readonly failed: ReadonlyArray<StepFailed | WorkerFailed>
}
