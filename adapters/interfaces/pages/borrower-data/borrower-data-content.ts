import type { Day } from '../../../../domain/values/day'
import type { DataOfKind } from '../personal-data/personal-data'
import type { ValueContext } from '../personal-data/value-view'

/** What stands in the way of an erasure, as the interface says it: counts, and money in øre. */
export interface ErasureObstacleShown {
  readonly what:
    | 'loans'
    | 'reservations'
    | 'setAsides'
    | 'unfinishedPayments'
    | 'unpaidReimbursements'
    | 'explainedLegalHolds'
    | 'owed'
  readonly count?: number | undefined
  readonly ore?: number | undefined
}

/** Everything that the library holds on the borrower who reads the page. */
export interface BorrowerDataContent {
  readonly number: string
  readonly madeOn: Day
  /** A row for each row of the promises table, in its order. */
  readonly rows: ReadonlyArray<DataOfKind>
  readonly obstacles: ReadonlyArray<ErasureObstacleShown>
  /** Whether events of the borrower are damaged, so that something may be missing. */
  readonly isDamaged: boolean
  /** On which day everything is forgotten if the library is not used again; null while no day is named. */
  readonly forgottenIfUnusedOn: Day | null
  /** The last day on which a stopped loan history stands in the file; null when there is none or no day is named. */
  readonly stoppedHistoryForgottenOn: Day | null
  /** Why the record is being erased; null when it is not. */
  readonly ending: 'requested' | 'lapsed' | null
  readonly context: ValueContext
}
