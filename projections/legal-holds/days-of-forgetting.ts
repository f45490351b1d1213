import { laterDayOf, type Day } from '../../domain/values/day'
import type { HeldClass } from '../../domain/hold/holdable-class'
import type { BorrowerId, ScopeId } from '../../domain/values/ids'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { endDayOfLegalHold, hasExplanation, standingLegalHoldsOfBorrower } from './legal-hold-queries'
import type { LegalHoldRow } from './legal-holds-table'

/** A legal hold, as its borrower is told of it: the record is kept until `heldUntil` is over. */
export interface ExplainedLegalHold {
  readonly scope: ScopeId
  readonly class: HeldClass
  readonly heldUntil: Day
  readonly basis: string
  readonly reason: string
}

/** What can be said of the days on which the records of a borrower are forgotten. */
export interface DaysOfForgetting {
  /**
   * Whether they are named. None is while nothing is erased, or while a hold that may not be told stands on a record of the
   * borrower: answers and pages are the same in both cases, for every record, and do not tell which record is held.
   */
  readonly areNamed: boolean
  readonly explainedHolds: ReadonlyArray<ExplainedLegalHold>
}

const toExplainedHold = (row: LegalHoldRow): ExplainedLegalHold => ({
  scope: row.scope,
  class: row.class,
  heldUntil: endDayOfLegalHold(row),
  basis: row.basisForBorrower ?? '',
  reason: row.reasonForBorrower ?? '',
})

/** What can be said to a borrower; `isErasing` is false while the library erases nothing. */
export const daysOfForgettingOf =
  (borrower: BorrowerId, lastClosed: string | undefined, isErasing: boolean) =>
  (rows: ReadModelRows): DaysOfForgetting => {
    const holds = standingLegalHoldsOfBorrower(borrower, lastClosed)(rows)
    return {
      areNamed: isErasing && holds.every(hasExplanation),
      explainedHolds: holds.filter(hasExplanation).map(toExplainedHold),
    }
  }

/** The holds of which the borrower is told, on one scope. */
export const explainedHoldsOn =
  ({ explainedHolds }: DaysOfForgetting) =>
  (scope: string): ReadonlyArray<ExplainedLegalHold> =>
    explainedHolds.filter((hold) => hold.scope === scope)

const laterOf = (one: Day, other: Day): Day => laterDayOf(one)(other)

const afterHolds = (
  days: DaysOfForgetting,
  holds: ReadonlyArray<ExplainedLegalHold>,
  unheld: Day | null,
): Day | null =>
  days.areNamed && unheld !== null ? holds.map(({ heldUntil }) => heldUntil).reduce(laterOf, unheld) : null

/** The day that is named for a scope, from the day on which it would be forgotten without a hold. */
export const namedDayOfForgetting =
  (days: DaysOfForgetting) =>
  (scope: string, unheld: Day | null): Day | null =>
    afterHolds(days, explainedHoldsOn(days)(scope), unheld)

/** The day that is named for the borrower, whom a hold on any record keeps. */
export const namedDayOfBorrower =
  (days: DaysOfForgetting) =>
  (unheld: Day | null): Day | null =>
    afterHolds(days, days.explainedHolds, unheld)
