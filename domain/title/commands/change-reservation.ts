import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { Day } from '../../values/day'
import type { BranchId, ReservationId, TitleId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import type { Decision } from '../decision'
import { ReservationChanged } from '../events/reservation-changed'
import { checkedInterest } from '../interest'
import { placeOf } from '../queue'
import { refuse } from '../refusal'

/** Chooses another pick-up branch, or another last day of interest. The place in the queue is kept. */
export interface ChangeReservation {
  readonly type: 'ChangeReservation'
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly pickUpBranch: BranchId
  readonly interestUntil: Day
  readonly at: Instant
}

/** A change to what is already so makes nothing happen. */
export const changeReservation =
  (policy: Policy) =>
  ({ reservation, title, pickUpBranch, interestUntil, at }: ChangeReservation): Decision =>
  (state) => {
    const place = placeOf(reservation)(state)
    if (place === undefined) return refuse({ _tag: 'ReservationIsUnknown' })
    if (place._tag === 'Forgotten') return refuse({ _tag: 'ReservationIsForgotten' })
    if (place.pickUpBranch === pickUpBranch && place.interestUntil === interestUntil) return E.right([])
    const { borrower, latestEnd } = place
    return pipe(
      interestUntil,
      checkedInterest(policy)(dayOf(at), latestEnd),
      E.map((until) => [
        ReservationChanged({ reservation, title }, { reservation: { borrower, pickUpBranch, interestUntil: until } }),
      ]),
    )
  }
