import type { CopyState } from '../copy/state'
import type { FeeId } from '../values/ids'
import type { Instant } from '../values/instant'
import type { Policy } from '../policy/policy'
import type { TitleState } from '../title/state'

/** What a reaction may ask to know, by name. All of it is read when the reaction runs, not as it was at the event. */
export interface Facts {
  readonly policy: Policy
  /** The library's time when the reaction runs. */
  readonly now: Instant
  /** The queue for the title that the event names. */
  readonly title: TitleState
  /** The copy that the event names, if it names one. */
  readonly copy: CopyState | undefined
  /** Every copy of the title that the event names. */
  readonly copies: ReadonlyArray<CopyState>
  /** The same while anybody waits for the title, and none otherwise: a title can have a hundred. */
  readonly copiesToServe: ReadonlyArray<CopyState>
  /**
   * Fees for lateness of the borrower whom the event names, with its day of lending, its due day and the day of its
   * return or bill as occasion; settled ones as well.
   */
  readonly feesOfOccasion: ReadonlyArray<FeeId>
  /** Compensations for the copy that the event names that are not settled. */
  readonly compensationsOwed: ReadonlyArray<FeeId>
}

export type FactName = keyof Facts
