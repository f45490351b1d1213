import type { Remembered } from '../event/remembered'
import type { Day } from '../values/day'
import type { BorrowerId, BranchId, CopyId, LoanId, ReservationId, SetAsideId, TitleId } from '../values/ids'
import type { Ore } from '../values/ore'
import type { AgeClass } from '../policy/age-class'
import type { BorrowerGroup } from '../policy/borrower-group'
import type { MaterialGroup } from '../policy/material-group'

/** What a copy is, wherever it stands. */
export interface Item {
  readonly copy: CopyId
  readonly title: TitleId
  readonly group: MaterialGroup
  /** In whole years; null is no limit. */
  readonly ageLimit: number | null
  readonly price: Ore
  readonly name: string
}

/** A loan that runs, as far as it is remembered. */
export interface RunningLoan {
  readonly borrower: BorrowerId
  readonly dueOn: Day
  readonly borrowerGroup: BorrowerGroup
  readonly ageClass: AgeClass
  /** Whether the borrower waited for the title. */
  readonly fulfils: boolean
}

/** Who a copy is kept for, and where it will be picked up. */
export interface KeptFor {
  readonly borrower: BorrowerId
  readonly reservation: ReservationId
  readonly pickUpBranch: BranchId
}

/** No copy has been acquired under this number. */
export interface Unknown {
  readonly _tag: 'Unknown'
}

interface Known {
  readonly item: Item
  /** Where the copy stands, or was last seen. */
  readonly branch: BranchId
}

export interface OnShelf extends Known {
  readonly _tag: 'OnShelf'
}

export interface OnLoan extends Known {
  readonly _tag: 'OnLoan'
  readonly loan: LoanId
  readonly lentOn: Day
  readonly renewals: number
  readonly details: Remembered<RunningLoan>
}

interface Kept extends Known {
  readonly setAside: SetAsideId
  readonly keptFor: Remembered<KeptFor>
}

/** Kept for a reservation, and neither on its way nor ready. */
export interface SetAside extends Kept {
  readonly _tag: 'SetAside'
}

export interface InTransit extends Kept {
  readonly _tag: 'InTransit'
  readonly to: BranchId
}

export interface ReadyForPickUp extends Kept {
  readonly _tag: 'ReadyForPickUp'
}

/** Billed as lost, with the loan in which it was. */
export interface Lost extends Known {
  readonly _tag: 'Lost'
  readonly loan: LoanId
}

export interface Withdrawn extends Known {
  readonly _tag: 'Withdrawn'
}

export type KeptCopy = SetAside | InTransit | ReadyForPickUp
export type KnownCopy = OnShelf | OnLoan | KeptCopy | Lost | Withdrawn
export type CopyState = Unknown | KnownCopy

export const unknownCopy: CopyState = { _tag: 'Unknown' }

export const isKept = (state: CopyState): state is KeptCopy =>
  state._tag === 'SetAside' || state._tag === 'InTransit' || state._tag === 'ReadyForPickUp'
