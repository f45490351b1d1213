import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'

/** Why a command to a fee is refused. */
export type FeeRefusal =
  | { readonly _tag: 'FeeIsUnknown' }
  | { readonly _tag: 'FeeIsAlreadyLevied' }
  /** A fee of 0 øre, or for no loan, is no fee. */
  | { readonly _tag: 'FeeIsForNothing' }
  /** Only late returns share a fee; each lost copy is compensated by itself. */
  | { readonly _tag: 'FeeIsNotForLateness' }
  | { readonly _tag: 'FeeIsSettled' }
  /** Its borrower was forgotten before it was settled: nobody owes it. */
  | { readonly _tag: 'FeeIsForgotten' }

export type FeeRefusalTag = FeeRefusal['_tag']

export const refuse = (_tag: FeeRefusalTag): Either<FeeRefusal, never> => E.left({ _tag })
