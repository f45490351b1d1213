import type { PlainOrErased } from '../event/plain-or-erased'
import type { Day } from '../values/day'
import type { BorrowerId, BranchId, CopyId, LoanId, ReservationId, SetAsideId, TitleId } from '../values/ids'
import type { Volume } from '../values/volume'
import type { Ore } from '../values/ore'
import type { AgeClass } from '../policy/age-class'
import type { BorrowerGroup } from '../policy/borrower-group'
import type { ContinuedLoan } from './continued-loan'
import type { MaterialGroup } from '../policy/material-group'

/** What does not change about a copy. */
export interface CopyDescription {
  readonly copy: CopyId
  readonly title: TitleId
  readonly group: MaterialGroup
  /** In whole years; null is no limit. */
  readonly ageLimit: number | null
  readonly price: Ore
  readonly name: string
  /** Of a periodical; null for any other copy. */
  readonly volume: Volume | null
}

/** The personal part of an open loan. */
export interface LoanDetails {
  readonly borrower: BorrowerId
  readonly dueOn: Day
  readonly borrowerGroup: BorrowerGroup
  readonly ageClass: AgeClass
  /** Whether the borrower waited for the title. */
  readonly fulfils: boolean
  /** Whether the loan was recorded when the copy was already withdrawn. It is withdrawn again when the loan ends. */
  readonly wasWithdrawn: boolean
  /** The loan that it continues, because its return was undone; null for any other loan. */
  readonly continues: ContinuedLoan | null
}

/** The borrower and the reservation that a copy is reserved for, and the pick-up branch. */
export interface ReservedFor {
  readonly borrower: BorrowerId
  readonly reservation: ReservationId
  readonly pickUpBranch: BranchId
}

/** No copy has been acquired under this number. */
interface UnknownCopy {
  readonly _tag: 'Unknown'
}

interface WithDescription {
  readonly item: CopyDescription
  /** Where the copy stands, or was last handled. */
  readonly branch: BranchId
}

export interface CopyOnShelf extends WithDescription {
  readonly _tag: 'OnShelf'
}

export interface CopyOnLoan extends WithDescription {
  readonly _tag: 'OnLoan'
  readonly loan: LoanId
  readonly lentOn: Day
  readonly renewals: number
  readonly details: PlainOrErased<LoanDetails>
  /** The day on which the borrower said that the copy was returned; undefined when nobody did. */
  readonly claimedOn?: Day
}

/** The day on which the borrower got the copy: of a loan that continues another, the day of that one. */
export const dayOfLending = ({ lentOn, details }: CopyOnLoan): Day =>
  (details._tag === 'Plain' ? details.value.continues?.lentOn : undefined) ?? lentOn

/** How often a loan was renewed, and the loans that it continues. */
export const renewalsOfLoan = ({ renewals, details }: CopyOnLoan): number =>
  renewals + ((details._tag === 'Plain' ? details.value.continues?.renewals : undefined) ?? 0)

interface WithReservation extends WithDescription {
  readonly setAside: SetAsideId
  readonly reservedFor: PlainOrErased<ReservedFor>
}

/**
 * Reserved, and to be fetched. Until it is scanned, a copy on the shelf is lent to whoever brings it. A copy that was
 * ready and is to be sent on is not: `isRedirected`.
 */
interface CopyOnPullList extends WithReservation {
  readonly _tag: 'OnPullList'
  readonly isRedirected: boolean
}

/** Reserved and scanned, and neither in transit nor ready. */
interface CopyHeldForReservation extends WithReservation {
  readonly _tag: 'SetAside'
}

interface CopyInTransit extends WithReservation {
  readonly _tag: 'InTransit'
  readonly to: BranchId
}

interface CopyReadyForPickUp extends WithReservation {
  readonly _tag: 'ReadyForPickUp'
}

/** In transit, for no reservation any more. It is available where it is scanned, not before. */
interface CopyReleasedInTransit extends WithDescription {
  readonly _tag: 'ReleasedInTransit'
  readonly to: BranchId
}

/** Not found on the shelf. Any scan ends this. */
export interface MissingCopy extends WithDescription {
  readonly _tag: 'Missing'
}

/** Billed as lost, or claimed returned and not found, with its last loan. */
export interface LostCopyState extends WithDescription {
  readonly _tag: 'Lost'
  readonly loan: LoanId
}

interface WithdrawnCopy extends WithDescription {
  readonly _tag: 'Withdrawn'
  /** The last loan of a copy that was lost when it was withdrawn; undefined when it was not lost. */
  readonly loan?: LoanId
}

export type ReservedCopy = CopyOnPullList | CopyHeldForReservation | CopyInTransit | CopyReadyForPickUp
export type KnownCopy =
  CopyOnShelf | CopyOnLoan | ReservedCopy | CopyReleasedInTransit | MissingCopy | LostCopyState | WithdrawnCopy
export type CopyState = UnknownCopy | KnownCopy

export const unknownCopyState: CopyState = { _tag: 'Unknown' }

/** The loan with which a copy was lost, until it is found; undefined when the copy is not lost. */
export const lostLoanOf = (state: CopyState): LoanId | undefined =>
  state._tag === 'Lost' || state._tag === 'Withdrawn' ? state.loan : undefined

/** The volume of a copy; null when it has none, or is unknown. */
export const volumeOfCopy = (state: CopyState | undefined): Volume | null =>
  state === undefined || state._tag === 'Unknown' ? null : state.item.volume

export const isReservedCopy = (state: CopyState): state is ReservedCopy =>
  state._tag === 'OnPullList' ||
  state._tag === 'SetAside' ||
  state._tag === 'InTransit' ||
  state._tag === 'ReadyForPickUp'
