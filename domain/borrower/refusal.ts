import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Obstacle } from '../policy/holdings'

/** Why a command to a borrower is refused. Somebody who was erased is a stranger: `BorrowerIsUnknown`. */
export type BorrowerRefusal =
  | { readonly _tag: 'BorrowerIsUnknown' }
  | { readonly _tag: 'BorrowerIsAlreadyRegistered' }
  | { readonly _tag: 'AlreadyBlockedForThisReason' }
  | { readonly _tag: 'BlockIsUnknown' }
  | { readonly _tag: 'StillWithinInactivityPeriod' }
  /** What is still out or owed: counts of things, and money in øre. Never empty. */
  | { readonly _tag: 'HoldsOrOwes'; readonly obstacles: ReadonlyArray<Obstacle> }

export type BorrowerRefusalTag = BorrowerRefusal['_tag']

export const refuse = (_tag: Exclude<BorrowerRefusalTag, 'HoldsOrOwes'>): Either<BorrowerRefusal, never> =>
  E.left({ _tag })

export const holdsOrOwes = (obstacles: ReadonlyArray<Obstacle>): Either<BorrowerRefusal, never> =>
  E.left({ _tag: 'HoldsOrOwes', obstacles })
