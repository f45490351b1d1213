import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { ErasureObstacle } from '../policy/borrower-obligations'
import type { BranchIsUnknown } from '../policy/branch-is-unknown'

/** Why a command to a borrower is refused. An erased borrower is unknown: `BorrowerIsUnknown`. */
export type BorrowerRefusal =
  | BranchIsUnknown
  | { readonly _tag: 'BorrowerIsUnknown' }
  | { readonly _tag: 'BorrowerIsAlreadyRegistered' }
  | { readonly _tag: 'AlreadyBlockedForThisReason' }
  | { readonly _tag: 'BlockIsUnknown' }
  | { readonly _tag: 'CardIsUnknown' }
  | { readonly _tag: 'EmailIsUnknown' }
  | { readonly _tag: 'AbsenceBeginsInPast' }
  | { readonly _tag: 'AbsenceEndsInPast' }
  | { readonly _tag: 'AbsenceEndsBeforeItBegins' }
  | { readonly _tag: 'BirthDateIsUnknown' }
  | { readonly _tag: 'BorrowerIsOfAge' }
  | { readonly _tag: 'GuardianIsTheChild' }
  | { readonly _tag: 'GuardianIsUnderAge' }
  | { readonly _tag: 'GuardianIsUnknown' }
  | { readonly _tag: 'PaperIsOfMonthToCome' }
  | { readonly _tag: 'GuardianPaperIsUnknown' }
  | { readonly _tag: 'NotesAreNotRequested' }
  | { readonly _tag: 'StillWithinInactivityPeriod' }
  /** What the borrower still has or owes: counts, and money in øre. Never empty. */
  | { readonly _tag: 'HoldsOrOwes'; readonly obstacles: ReadonlyArray<ErasureObstacle> }

type BorrowerRefusalTag = BorrowerRefusal['_tag']

export const refuseBorrowerCommand = (
  _tag: Exclude<BorrowerRefusalTag, 'HoldsOrOwes' | 'BranchIsUnknown'>,
): Either<BorrowerRefusal, never> => E.left({ _tag })

export const refuseForErasureObstacles = (obstacles: ReadonlyArray<ErasureObstacle>): Either<BorrowerRefusal, never> =>
  E.left({ _tag: 'HoldsOrOwes', obstacles })
