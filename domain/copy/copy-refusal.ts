import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Day } from '../values/day'
import type { BranchIsUnknown } from '../policy/branch-is-unknown'
import type { RefusalByRules } from '../policy/check-rules-unless-overridden'
import type { LendingRefusalTag } from '../policy/lending-refusal'
import type { OtherRenewalDenial, RenewalDenial } from '../policy/renewal-outcome'
import type { CopyState } from './copy-state'

/** The copy is in a state in which the command is refused. */
interface CopyStateRefusal {
  readonly _tag:
    | 'CopyIsUnknown'
    | 'CopyIsOnShelf'
    | 'CopyIsOnLoan'
    | 'CopyIsOnPullList'
    | 'CopyIsSetAside'
    | 'CopyIsInTransit'
    | 'CopyIsReadyForPickUp'
    | 'CopyIsMissing'
    | 'CopyIsLost'
    | 'CopyIsWithdrawn'
}

/** The case is resolved already, or the loan never had one. */
export interface CaseIsUnknown {
  readonly _tag: 'CaseIsUnknown'
}

/** The first denial of the rules of renewal, or what is wrong with the loan. */
interface RenewalIsDenied {
  readonly _tag: 'RenewalIsDenied'
  readonly answer: RenewalDenial
  /** Says more where the names of the national systems have no name for the reason. */
  readonly why?: OtherRenewalDenial
  /** Staff may renew the loan all the same, with a reason. */
  readonly mayBeOverridden?: true
}

/** Why a command to a copy is refused. A refusal holds no personal value. */
export type CopyRefusal =
  | CopyStateRefusal
  | BranchIsUnknown
  | CaseIsUnknown
  | { readonly _tag: 'CopyIsAcquiredAlready' }
  /** The first refusal of the rules of lending. */
  | ({ readonly _tag: 'LoanIsRefused' } & RefusalByRules<LendingRefusalTag>)
  | RenewalIsDenied
  /** The copy is on loan, but by another loan than the command names. */
  | { readonly _tag: 'LoanIsOver' }
  /** The borrower of the loan is erased. */
  | { readonly _tag: 'LoanIsForgotten' }
  /** A loan can be undone only on its first day. */
  | { readonly _tag: 'LoanIsOfAnotherDay'; readonly lentOn: Day }
  /** The loan runs, or ended in another way than with a return. */
  | { readonly _tag: 'LoanIsNotReturned' }
  /** A return can be undone only on its day. */
  | { readonly _tag: 'ReturnIsOfAnotherDay'; readonly returnedOn: Day }
  /** A return is undone where it was made, as long as the copy was scanned nowhere else. */
  | { readonly _tag: 'ReturnIsOfAnotherBranch' }
  /** After the return the copy was lent, and returned again. */
  | { readonly _tag: 'CopyWasLentSince' }
  /** The fee of the return is paid or written off, or staff have decided on it. */
  | { readonly _tag: 'FeeOfReturnStands' }
  /** The copy is billed as lost when it is `days` overdue, not earlier. */
  | { readonly _tag: 'LoanIsNotOverdueEnough'; readonly days: number }
  /** The copy is being searched for: the loan is neither renewed nor billed. */
  | { readonly _tag: 'LoanIsClaimedReturned' }
  | { readonly _tag: 'LoanIsNotClaimedReturned' }
  /** The borrower of the reservation is erased. The copy can only be released. */
  | { readonly _tag: 'ReservationIsForgotten' }
  /** The copy is reserved under another set-aside than the command names. */
  | { readonly _tag: 'CopyIsKeptForAnother' }
  /** The copy is on the pull list of another branch. */
  | { readonly _tag: 'CopyIsOnAnotherPullList' }
  /** The pick-up branch is another one. */
  | { readonly _tag: 'NotThePickUpBranch' }

const refusalTags = {
  Unknown: 'CopyIsUnknown',
  OnShelf: 'CopyIsOnShelf',
  OnLoan: 'CopyIsOnLoan',
  OnPullList: 'CopyIsOnPullList',
  SetAside: 'CopyIsSetAside',
  InTransit: 'CopyIsInTransit',
  ReleasedInTransit: 'CopyIsInTransit',
  ReadyForPickUp: 'CopyIsReadyForPickUp',
  Missing: 'CopyIsMissing',
  Lost: 'CopyIsLost',
  Withdrawn: 'CopyIsWithdrawn',
} as const satisfies Readonly<Record<CopyState['_tag'], CopyStateRefusal['_tag']>>

/** Refuses because of the state of the copy. */
export const refuseInCopyState = (state: CopyState): Either<CopyRefusal, never> =>
  E.left({ _tag: refusalTags[state._tag] })

export const refuseCopyCommand = (refusal: CopyRefusal): Either<CopyRefusal, never> => E.left(refusal)
