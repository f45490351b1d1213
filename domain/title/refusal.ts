import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { ReservationRefusal } from '../policy/reservation-refusal'

/** Why a command to a title's queue is refused. No refusal holds a personal value. */
export type TitleRefusal =
  /** The first rule of reserving that stands against it. */
  | { readonly _tag: 'ReservationIsRefused'; readonly because: ReservationRefusal }
  /** It is not in the queue: it never was, or it has ended. */
  | { readonly _tag: 'ReservationIsUnknown' }
  /** It is in the queue already, under the same id. */
  | { readonly _tag: 'ReservationIsMadeAlready' }
  /** Whose it is has been forgotten: it can only end. */
  | { readonly _tag: 'ReservationIsForgotten' }
  /** The interest would last longer than `days`, the most that anybody may wait. */
  | { readonly _tag: 'InterestIsTooLong'; readonly days: number }
  /** The interest would have ended before it began. */
  | { readonly _tag: 'InterestIsOver' }
  /** Neither the interest nor the time for picking up has run out. */
  | { readonly _tag: 'ReservationRuns' }

export const refuse = (refusal: TitleRefusal): Either<TitleRefusal, never> => E.left(refusal)
