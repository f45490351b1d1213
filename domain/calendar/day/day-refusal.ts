import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'

/** Why a command to a day is refused. */
export type DayRefusal =
  | { readonly _tag: 'DayHasNotCome' }
  /** Longer ago than a machine may be offline. The command is listed for staff and never run. */
  | { readonly _tag: 'DayIsTooLongAgo' }
  /** Days are closed in order: the day before is still open. */
  | { readonly _tag: 'DayBeforeIsNotClosed' }

type DayRefusalTag = DayRefusal['_tag']

export const refuseDayCommand = (_tag: DayRefusalTag): Either<DayRefusal, never> => E.left({ _tag })
