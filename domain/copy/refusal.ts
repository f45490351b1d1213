import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Day } from '../values/day'
import type { LendingRefusalTag } from '../policy/lending-refusal'
import type { RenewalDenial } from '../policy/renewal-answer'
import type { CopyState } from './state'

/** The copy is where the command cannot be done. */
export interface CopyIsElsewhere {
  readonly _tag:
    | 'CopyIsUnknown'
    | 'CopyIsOnShelf'
    | 'CopyIsOnLoan'
    | 'CopyIsSetAside'
    | 'CopyIsInTransit'
    | 'CopyIsReadyForPickUp'
    | 'CopyIsLost'
    | 'CopyIsWithdrawn'
}

/** Why a command to a copy is refused. No refusal holds a personal value. */
export type CopyRefusal =
  | CopyIsElsewhere
  | { readonly _tag: 'CopyIsAcquiredAlready' }
  /** The first rule of lending that stands against it. */
  | { readonly _tag: 'LoanIsRefused'; readonly because: LendingRefusalTag }
  | { readonly _tag: 'RenewalIsDenied'; readonly answer: RenewalDenial }
  /** The copy is on loan, but it is another loan than the command means. */
  | { readonly _tag: 'LoanIsOver' }
  /** Who borrowed has been forgotten. */
  | { readonly _tag: 'LoanIsForgotten' }
  /** A loan is undone on the day it was made, or not at all. */
  | { readonly _tag: 'LoanIsOfAnotherDay'; readonly lentOn: Day }
  /** Not yet so many days overdue as it takes to bill a copy as lost. */
  | { readonly _tag: 'LoanIsNotOverdueEnough'; readonly days: number }
  /** Who the copy is kept for has been forgotten: it can only be released. */
  | { readonly _tag: 'ReservationIsForgotten' }
  /** The copy is kept for another reservation than the command means. */
  | { readonly _tag: 'CopyIsKeptForAnother' }
  /** The copy will be picked up at another branch. */
  | { readonly _tag: 'NotThePickUpBranch' }

const whereabouts = {
  Unknown: 'CopyIsUnknown',
  OnShelf: 'CopyIsOnShelf',
  OnLoan: 'CopyIsOnLoan',
  SetAside: 'CopyIsSetAside',
  InTransit: 'CopyIsInTransit',
  ReadyForPickUp: 'CopyIsReadyForPickUp',
  Lost: 'CopyIsLost',
  Withdrawn: 'CopyIsWithdrawn',
} as const satisfies Readonly<Record<CopyState['_tag'], CopyIsElsewhere['_tag']>>

/** Refuses because of where the copy is. */
export const refuseAsItIs = (state: CopyState): Either<CopyRefusal, never> => E.left({ _tag: whereabouts[state._tag] })

export const refuse = (refusal: CopyRefusal): Either<CopyRefusal, never> => E.left(refusal)
