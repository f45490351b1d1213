import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { BranchIsUnknown } from '../policy/branch-is-unknown'
import type { RefusalByRules } from '../policy/check-rules-unless-overridden'
import type { ReservationRefusal } from '../policy/reservation-refusal'

/** Why a command to a title's queue is refused. A refusal holds no personal value. */
export type TitleRefusal =
  | BranchIsUnknown
  /** The first refusal of the rules of reservation. */
  | ({ readonly _tag: 'ReservationIsRefused' } & RefusalByRules<ReservationRefusal>)
  /** The reservation is not in the queue: it never was, or it has ended. */
  | { readonly _tag: 'ReservationIsUnknown' }
  /** The reservation is in the queue already, under the same id. */
  | { readonly _tag: 'ReservationIsMadeAlready' }
  /** The borrower of the reservation is erased. It can only end. */
  | { readonly _tag: 'ReservationIsForgotten' }
  /** The interest period would be longer than `days`. */
  | { readonly _tag: 'InterestIsTooLong'; readonly days: number }
  /** The interest period would end before today. */
  | { readonly _tag: 'InterestIsOver' }
  /** The last day of the reservation is not past. */
  | { readonly _tag: 'ReservationRuns' }

export const refuseTitleCommand = (refusal: TitleRefusal): Either<TitleRefusal, never> => E.left(refusal)
