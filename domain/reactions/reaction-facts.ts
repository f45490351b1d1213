import type { CopyState } from '../copy/copy-state'
import type { BorrowerId, FeeId, ReceiptId, TitleId } from '../values/ids'
import type { LoanAtLending, ReimbursableFee } from '../ports/decision-queries'
import type { Instant } from '../values/instant'
import type { Policy } from '../policy/policy'
import type { WaitingBorrower } from '../policy/waiting-borrower'
import type { TitleState } from '../title/title-state'
import type { FeeOfOccasion } from './fee-follow-ups-of-late-loan'
import type { LatenessFeesOfLoan } from './lateness-fees-of-loan'

/** What a reaction may read, by name. But for the policy, facts are read as they are when the reaction runs. */
export interface ReactionFacts {
  /** The policy of the day of the act that the event records. */
  readonly policy: Policy
  /** The library's time when the reaction runs. */
  readonly now: Instant
  /** The queue of the event's title. */
  readonly queue: TitleState
  /** The event's copy, if it names one. */
  readonly copy: CopyState | undefined
  /** All copies of the event's title. */
  readonly copies: ReadonlyArray<CopyState>
  /** All copies of the event's title when its queue is not empty, else none: a title can have a hundred copies. */
  readonly copiesIfQueued: ReadonlyArray<CopyState>
  /** The registered borrowers in the queue; none when no copy of the title is on the shelf. */
  readonly waitingBorrowers: ReadonlyMap<BorrowerId, WaitingBorrower>
  /** The titles that the borrower of an undone loan wants instead of its title, as the reservations parallel to it say. */
  readonly titlesParallelToUndone: ReadonlyArray<TitleId>
  /**
   * The lateness fees of the event's borrower for the same occasion (day of lending, due day, day of return, renewal
   * or billing), those settled or cancelled included.
   */
  readonly feesOfOccasion: ReadonlyArray<FeeOfOccasion>
  /** For an act recorded at its place in time: undefined when its loan is forgotten. */
  readonly latenessOfLoan: LatenessFeesOfLoan | undefined
  /** The loan that the event renews; undefined when it is forgotten or was undone. */
  readonly renewedLoan: LoanAtLending | undefined
  /** The unsettled compensations for the event's copy. */
  readonly unsettledCompensations: ReadonlyArray<FeeId>
  /** The paid compensations for the event's copy, each with the part of its price that was not given back. */
  readonly paidCompensations: ReadonlyArray<ReimbursableFee>
  /** The fees of the event's payment that were settled in another way. */
  readonly feesPaidTooMuch: ReadonlyArray<ReimbursableFee>
  /** The fees that wait for the written notice that the event's message gives. */
  readonly feesAwaitingNotice: ReadonlyArray<FeeId>
  /** The receipt that the event, a reimbursement, replaces. */
  readonly replacedReceipts: ReadonlyArray<ReceiptId>
}

export type ReactionFactName = keyof ReactionFacts
