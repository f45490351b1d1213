import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'

/** Why a command to a month is refused. */
export type MonthRefusal =
  /** Its statistics are made. A loan recorded now counts in the month that is open. */
  | { readonly _tag: 'MonthIsCounted' }
  /** Loans must be counted before their parts are erased. */
  | { readonly _tag: 'MonthIsNotCounted' }
  /** Months are closed in order: the month before is still open. */
  | { readonly _tag: 'MonthBeforeIsNotClosed' }

type MonthRefusalTag = MonthRefusal['_tag']

export const refuseMonthCommand = (_tag: MonthRefusalTag): Either<MonthRefusal, never> => E.left({ _tag })
