import type { Day } from '../../../../domain/values/day'
import type { CopyId, TitleId } from '../../../../domain/values/ids'

/** A copy that is acquired for a loan because all copies of the title are lent. */
export interface CopyToAcquireInImport {
  readonly copy: CopyId
  readonly title: TitleId
  readonly name: string
  readonly author: string | null
}

export interface LoanInReplayPlan {
  readonly row: number
  readonly copy: CopyId
  /** The key of the borrower in the ledger. */
  readonly borrower: string
}

export interface ReturnInReplayPlan {
  readonly row: number
  readonly copy: CopyId
}

/**
 * The rows of one day, in the order of their replay: returns of earlier loans, so that the copies can be lent again;
 * acquisitions; loans; and returns of loans made on the same day.
 */
export interface PlannedReplayDay {
  readonly returnsOfEarlierLoans: ReadonlyArray<ReturnInReplayPlan>
  readonly acquisitions: ReadonlyArray<CopyToAcquireInImport>
  readonly loans: ReadonlyArray<LoanInReplayPlan>
  readonly returnsOfTheDay: ReadonlyArray<ReturnInReplayPlan>
}

/** How much a plan acquires. */
interface AcquisitionCount {
  readonly copies: number
  readonly titles: number
}

/** A plan that is made day by day, when a day is asked for. Memory holds one day of it, and the open loans. */
export interface ReplayPlan {
  /** The days with a loan or a return, in order. */
  readonly days: ReadonlyArray<Day>
  /**
   * The rows of a day; undefined when it has none. The days must be asked for in order: a day before the last one asked
   * for is undefined.
   */
  readonly planDay: (day: Day) => PlannedReplayDay | undefined
  /** Plans the remaining days, and counts the acquisitions of the whole plan. */
  readonly countAcquisitions: () => AcquisitionCount
  /** The first and the last day with a loan or a return. */
  readonly first: Day
  readonly last: Day
}
