import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'

/** Why a command to a month is refused. */
export type MonthRefusal =
  /** Its statistics are made: what is lent now counts in the month that is open. */
  | { readonly _tag: 'MonthIsCounted' }
  /** What was lent must be counted before it can no longer be read. */
  | { readonly _tag: 'MonthIsNotCounted' }
  /** Months close one by one: the month before is still open. */
  | { readonly _tag: 'MonthBeforeIsNotClosed' }

export type MonthRefusalTag = MonthRefusal['_tag']

export const refuse = (_tag: MonthRefusalTag): Either<MonthRefusal, never> => E.left({ _tag })
