import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'

/** Why a command to a fee is refused. */
export type FeeRefusal =
  | { readonly _tag: 'FeeIsUnknown' }
  | { readonly _tag: 'FeeIsAlreadyLevied' }
  /** A fee must have an amount and at least one loan. */
  | { readonly _tag: 'FeeIsForNothing' }
  /** Only late returns share a fee. Each lost copy has a bill of its own. */
  | { readonly _tag: 'FeeIsNotForLateness' }
  | { readonly _tag: 'FeeIsSettled' }
  /** The command is for fees that a borrower owes. */
  | { readonly _tag: 'FeeIsAReimbursement' }
  /** The command is for money that the library owes. */
  | { readonly _tag: 'FeeIsNoReimbursement' }
  /** Only what was paid is given back. */
  | { readonly _tag: 'FeeIsNotPaid' }
  /** Only what was written off is owed again. */
  | { readonly _tag: 'FeeIsNotWrittenOff' }
  | { readonly _tag: 'AmountIsNothing' }
  /** A reduction leaves something owed. */
  | { readonly _tag: 'ReductionIsTooLarge' }
  /** A notice was asked for already, or the fee is further on its way to the collector. */
  | { readonly _tag: 'CollectionHasBegun' }
  /** Its notice has not gone out, its days to pay are not over, or it is passed on. */
  | { readonly _tag: 'FeeIsNotReadyForCollection' }
  /** The last file that has the fee is another one. */
  | { readonly _tag: 'FeeIsNotInCollectionFile' }
  | { readonly _tag: 'FeeIsNotCollected' }
  /** It is passed on for collection, or about to be: it can be paid or changed here after it is recalled. */
  | { readonly _tag: 'FeeIsPassedOn' }
  /** The borrower was erased before the fee was settled, so nobody owes it. */
  | { readonly _tag: 'FeeIsForgotten' }

type FeeRefusalTag = FeeRefusal['_tag']

export const refuseFeeCommand = (_tag: FeeRefusalTag): Either<FeeRefusal, never> => E.left({ _tag })
