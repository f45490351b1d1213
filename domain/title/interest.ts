import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Day } from '../values/day'
import type { Policy } from '../policy/policy'
import { refuse, type TitleRefusal } from './refusal'

/** Whether somebody may be interested until a day, asked on `today` of a reservation that lasts to `latestEnd` at most. */
export const checkedInterest =
  (policy: Policy) =>
  (today: Day, latestEnd: Day) =>
  (until: Day): Either<TitleRefusal, Day> => {
    if (until < today) return refuse({ _tag: 'InterestIsOver' })
    if (until > latestEnd) return refuse({ _tag: 'InterestIsTooLong', days: policy.reservations.interestAtMostDays })
    return E.right(until)
  }
