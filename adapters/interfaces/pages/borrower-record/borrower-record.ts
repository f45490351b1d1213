import type { Day } from '../../../../domain/values/day'
import type { Month, HalfYear } from '../../../../domain/values/month'
import type { Ore } from '../../../../domain/values/ore'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { CardOfBorrower } from '../borrower-correction/card-sections'
import type { ShownContact } from '../contact/contact-details'

/** A group that contradicts the age: a borrower under age as an adult, or one of age as a child. */
export type GroupAgainstAge = 'minorAsAdult' | 'adultAsChild'

/** Who a borrower is. */
export interface ShownIdentity {
  readonly borrower: string
  readonly number: string
  /** Null while it is withheld, because name and address are protected. */
  readonly name: string | null
  readonly isProtected: boolean
  readonly cpr: string | null
  readonly birthDate: Day | null
  readonly group: string
  readonly groupAgainstAge: GroupAgainstAge | undefined
  readonly municipality: string | null
  readonly homeBranch: TextInBothLanguages
  readonly language: string
  readonly registeredIn: Month
  readonly lastSeen: HalfYear | null
  readonly ending: string | null
}

export interface RecordedLoan {
  readonly loan: string
  readonly copy: string
  readonly name: string
  readonly dueOn: Day
  readonly endedOn: Day | null
  readonly claimedOn: Day | null
  readonly forgottenOn: Day | null
}

export interface RecordedReservation {
  readonly reservation: string
  readonly title: string
  readonly name: string
  readonly state: string
  readonly queueNumber: number | null
  readonly pickUpBranch: TextInBothLanguages
  readonly pickUpNumber: string | null
  readonly pickUpBy: Day | null
  readonly interestUntil: Day
}

/** The protected name and address, which staff opened with a reason. */
export interface OpenedNameAndAddress {
  readonly name: string
  readonly careOf: string | null
  readonly address: string | null
  readonly guardian: { readonly name: string; readonly careOf: string | null; readonly address: string | null } | null
}

/** The record of a borrower as staff see it. */
export interface BorrowerRecordProps {
  readonly identity: ShownIdentity
  readonly contact: ShownContact | undefined
  readonly verifiedEmails: ReadonlyArray<string>
  readonly guardianName: string | null | undefined
  readonly blocks: ReadonlyArray<{
    readonly block: string
    readonly reason: string
    readonly since: Day
    readonly note: string | null
  }>
  readonly blockedForDebtSince: Day | null
  readonly cards: ReadonlyArray<CardOfBorrower>
  readonly notes: {
    readonly internalNote: string | null
    readonly noteToBorrower: string | null
    readonly etag: string
  }
  readonly absence: { readonly from: Day; readonly until: Day | null } | undefined
  readonly loans: ReadonlyArray<RecordedLoan>
  readonly reservations: ReadonlyArray<RecordedReservation>
  readonly owed: Ore
  /** The reservation that was made just now, if any. */
  readonly reserved: RecordedReservation | undefined
  /** Undefined unless it was opened just now. */
  readonly opened: OpenedNameAndAddress | undefined
}
