import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../../../domain/values/day'
import type { RefusedErasureReport } from './refused-run-reporter'

/** Why no day is closed and nothing is erased. */
export type ErasingStopped =
  /** More than one day is not closed. An administrator must confirm today's date. */
  | { readonly because: 'missingDays'; readonly from: Day; readonly to: Day; readonly dateToConfirm: Day }
  /** The clock shows a day that is closed already. Erasing goes on when the clock shows a later day. */
  | { readonly because: 'clockWentBack'; readonly lastClosed: Day }

/** The date that an administrator confirms is not the date of the library, which is `today`. */
export interface DateIsAnother {
  readonly _tag: 'DateIsAnother'
  readonly today: Day
}

/** What a run of the retention worker did, or the current status. Counts are by scope class. */
export interface RetentionReport {
  readonly today: Day
  readonly dueNow: number
  readonly overdue: number
  readonly oldestOverdue: Day | null
  readonly erased: Readonly<Record<string, number>>
  readonly orphansDestroyed: number
  /** Due, but under a legal hold, or because of a damaged event. */
  readonly held: number
  /** How many legal holds stand. */
  readonly holdsInForce: number
  /** Legal holds that cannot be read: no record of a borrower is erased meanwhile. */
  readonly unreadableHolds: number
  /** The projectors and reactors that have not yet passed the events that made scopes due. */
  readonly waitingFor: ReadonlyArray<string>
  readonly failed: ReadonlyArray<string>
  /** Declared erasures that the log does not justify. None of their scopes is erased. */
  readonly refusedRuns: ReadonlyArray<RefusedErasureReport>
  /** Days that are over and not closed. */
  readonly unclosedDays: number
  readonly lagDays: number
  /** Null while erasing is not stopped. */
  readonly erasingStopped: ErasingStopped | null
}

/** Closes days and erases due scopes on request. */
export interface RetentionOperations {
  /**
   * Closes the days that are over and erases the scopes that are due; reports each closed day. Two runs at the same time do
   * the work once.
   */
  readonly run: (onDayClosed?: (closed: Day) => void) => Promise<RetentionReport>
  readonly status: () => Promise<RetentionReport>
  /** An administrator confirms today's date once after days were missed. Another date is refused. */
  readonly confirmDate: (date: Day) => TaskEither<DateIsAnother, void>
}
