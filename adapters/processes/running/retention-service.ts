import type { Day } from '../../../domain/values/day'

/** What a run of the retention worker did, or what stands before it; counts by class of scope. */
export interface RetentionReport {
  readonly today: Day
  readonly dueNow: number
  readonly overdue: number
  readonly oldestOverdue: Day | null
  readonly erased: Readonly<Record<string, number>>
  readonly orphansDestroyed: number
  readonly held: number
  /** Who has not yet passed the events that made scopes due. */
  readonly waitingFor: ReadonlyArray<string>
  readonly failed: ReadonlyArray<string>
  /** Days that are over and not closed. */
  readonly unclosedDays: number
  readonly lagDays: number
}

/** The retention worker as a service. */
export interface RetentionService {
  /** Erases what is due, whole; running it twice at once does the work once. */
  readonly run: () => Promise<RetentionReport>
  readonly status: () => Promise<RetentionReport>
  /** An administrator confirms today's date once, after days were missed. */
  readonly confirmDate: (today: Day) => Promise<void>
}
