import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { Day } from '../../values/day'
import type { BranchId, ReservationId, TitleId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationChanged } from '../events/reservation-changed'
import { checkReservationInterestPeriod } from '../check-reservation-interest-period'
import { findQueuePlaceOfReservation } from '../reservation-queue'
import { refuseTitleCommand } from '../title-refusal'

/** Changes the pick-up branch or the last day of interest. The reservation keeps its place in the queue. */
export interface ChangeReservation {
  readonly type: 'ChangeReservation'
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly pickUpBranch: BranchId
  readonly interestUntil: Day
  readonly at: Instant
}

/** When nothing changes, there is no event. Only a new last day of interest is checked. */
export const decideChangeReservation =
  (policy: Policy) =>
  ({ reservation, title, pickUpBranch, interestUntil, at }: ChangeReservation): DecideFromState =>
  (state) => {
    const place = findQueuePlaceOfReservation(reservation)(state)
    if (place === undefined) return refuseTitleCommand({ _tag: 'ReservationIsUnknown' })
    if (place._tag === 'Forgotten') return refuseTitleCommand({ _tag: 'ReservationIsForgotten' })
    if (place.pickUpBranch === pickUpBranch && place.interestUntil === interestUntil) return E.right([])
    const { borrower, latestEnd } = place
    return pipe(
      interestUntil,
      interestUntil === place.interestUntil ? E.right : checkReservationInterestPeriod(policy)(dayOf(at), latestEnd),
      E.map((until) => [
        ReservationChanged({ reservation, title }, { reservation: { borrower, pickUpBranch, interestUntil: until } }),
      ]),
    )
  }
