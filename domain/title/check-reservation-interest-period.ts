import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Day } from '../values/day'
import type { Policy } from '../policy/policy'
import { refuseTitleCommand, type TitleRefusal } from './title-refusal'

/** Checks the last day of an interest period: not before `today`, and not after `latestEnd`. */
export const checkReservationInterestPeriod =
  (policy: Policy) =>
  (today: Day, latestEnd: Day) =>
  (until: Day): Either<TitleRefusal, Day> => {
    if (until < today) return refuseTitleCommand({ _tag: 'InterestIsOver' })
    if (until > latestEnd)
      return refuseTitleCommand({ _tag: 'InterestIsTooLong', days: policy.reservations.interestAtMostDays })
    return E.right(until)
  }
