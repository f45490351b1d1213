import type { ScopeClass } from '../../domain/event/scope-class'
import type { Day } from '../../domain/values/day'
import type { DateRefusal } from '../guards/missing-days'
import type { TooMuchAtOnce } from '../guards/too-much'
import type { StepFailed } from '../erasing/step'

/** The service behind a port could not be reached before any step began. */
export interface WorkerFailed {
  readonly _tag: 'WorkerFailed'
  readonly reason: string
}

export type ErasedByClass = Readonly<Partial<Record<ScopeClass, number>>>

/** What is due at a moment. */
export interface Standing {
  readonly today: Day
  /** Scopes due by the log's own closings and without a certificate. */
  readonly due: number
  /** Scopes that should have been erased on an earlier day. Must be 0. */
  readonly overdue: number
  /** The day (in persons the month) since which the oldest of them waits. */
  readonly oldestOverdue: string | undefined
  /** How late that is, in days; 0 when nothing is overdue. */
  readonly lagDays: number
  /** Due, and kept by a legal hold. */
  readonly held: number
  /** Due, and ahead of a reactor or a projection. */
  readonly waiting: number
  /** The reactors and projections waited for. */
  readonly waitingFor: ReadonlyArray<string>
}

/** What a run found, did and left. The standing is that after the run. */
export interface Report {
  readonly found: number
  readonly after: Standing
  readonly erased: ErasedByClass
  readonly runs: number
  /** Keys that no event names, destroyed in this run. */
  readonly orphans: number
  readonly refused: ReadonlyArray<DateRefusal | TooMuchAtOnce>
  readonly failed: ReadonlyArray<StepFailed | WorkerFailed>
}
