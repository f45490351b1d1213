import type { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'
import type { ScannedCopy } from '../staff/scan/scanned-copy'

/** A running loan as the page of lending shows it. */
export interface LoanAtLending {
  readonly loan: string
  readonly copy: string
  readonly name: string
  readonly lentOn: Day
  readonly dueOn: Day
}

/** What the page of lending shows of a borrower: no whole name, and nothing else that lending does not need. */
export interface BorrowerAtLending {
  readonly borrower: string
  readonly number: string
  /** The first name and the first letters of the others; null while the name is protected. */
  readonly shortName: string | null
  readonly today: Day
  readonly loans: ReadonlyArray<LoanAtLending>
  readonly owed: Ore
  readonly blocks: ReadonlyArray<{ readonly reason: string; readonly since: Day }>
  /** The day since which the debt blocks; null when it does not. */
  readonly blockedForDebtSince: Day | null
  /** Reservations that are ready for pick-up. */
  readonly ready: ReadonlyArray<{ readonly name: string; readonly pickUpNumber: string | null }>
  readonly noteToBorrower: string | null
}

/** What became of a copy that was scanned for a borrower. */
export interface LendingOutcome {
  readonly kind: 'lent' | 'renewed' | 'lentToday'
  readonly copy: string
  readonly name: string
  readonly dueOn: Day | null
  /** Whether the copy was reserved for somebody else, who waits for another copy now. */
  readonly wasReservedForAnother: boolean
}

/** Where a copy belongs whose loan was undone. */
export interface UndoneLoan {
  readonly undone: ScannedCopy
}

export interface LendingProps {
  /** Undefined until a card was scanned. */
  readonly borrower: BorrowerAtLending | undefined
  readonly outcome: LendingOutcome | UndoneLoan | undefined
}
