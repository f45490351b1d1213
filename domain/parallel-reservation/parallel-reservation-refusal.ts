import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { BranchIsUnknown } from '../policy/branch-is-unknown'
import type { ReservationRefusal } from '../policy/reservation-refusal'
import type { TitleRefusal } from '../title/title-refusal'

/** A title that cannot be reserved, by its place in the request, from 0. */
export interface RefusedTitle {
  readonly index: number
  readonly because: ReservationRefusal
}

/** Why a parallel reservation is refused. Then none of its titles is reserved. A refusal holds no personal value. */
export type ParallelReservationRefusal =
  | BranchIsUnknown
  | Extract<TitleRefusal, { readonly _tag: 'InterestIsTooLong' | 'InterestIsOver' | 'ReservationIsRefused' }>
  | { readonly _tag: 'ParallelReservationIsUnknown' }
  /** A single title is reserved by itself. */
  | { readonly _tag: 'TooFewParallelTitles' }
  | { readonly _tag: 'TooManyParallelTitles'; readonly atMost: number }
  | { readonly _tag: 'ParallelTitleIsNamedTwice' }
  /** All titles that cannot be reserved. */
  | { readonly _tag: 'ParallelTitlesAreRefused'; readonly titles: ReadonlyArray<RefusedTitle> }

export const refuseParallelReservation = (
  refusal: ParallelReservationRefusal,
): Either<ParallelReservationRefusal, never> => E.left(refusal)
