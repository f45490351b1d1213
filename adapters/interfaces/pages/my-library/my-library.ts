import type { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'
import type { NamedBranch } from '../branches/branch-names'
import type { renewalDenialTexts } from './renewal-texts'

/** What a renewal of a loan would give now. */
export interface ShownRenewal {
  readonly newDueOn: Day | null
  readonly because: keyof typeof renewalDenialTexts | null
  readonly renewableFrom: Day | null
}

/** A loan as its borrower sees it. */
export interface ShownLoan {
  readonly loan: string
  readonly name: string
  readonly dueOn: Day
  readonly endedOn: Day | null
  readonly end: 'returned' | 'billed' | 'claimed' | 'writtenOff' | null
  readonly claimedOn: Day | null
  readonly forgottenOn: Day | null
}

/** A running loan with its renewal. */
export interface RunningLoan extends ShownLoan {
  /** Undefined when the loan was not there when renewals were checked. */
  readonly renewal: ShownRenewal | undefined
}

/** A reservation that is ready for pick-up. */
export interface ReadyReservation {
  readonly title: string
  readonly name?: string
  readonly pickUpBranch: string
  readonly pickUpNumber: string | null
  readonly pickUpBy: Day | null
}

/** What the start page of a borrower shows. Amounts are in øre. */
export interface MyLibrary {
  readonly today: Day
  readonly running: ReadonlyArray<RunningLoan>
  readonly ended: ReadonlyArray<ShownLoan>
  readonly ready: ReadonlyArray<ReadyReservation>
  readonly branches: ReadonlyArray<NamedBranch>
  readonly owed: Ore
  readonly blockedForDebtSince: Day | undefined
  /** Blocked by staff, by a machine, or since a card was stolen. */
  readonly isBlocked: boolean
  /** Registered on the website, and not confirmed by staff. */
  readonly isUnconfirmed: boolean
}
