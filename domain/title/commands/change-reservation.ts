import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Day } from '../../values/day'
import type { BranchId, ReservationId, TitleId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { interestWhileCopyMoves } from '../../policy/interest-while-copy-moves'
import type { Policy } from '../../policy/policy'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationChanged } from '../events/reservation-changed'
import { checkReservationInterestPeriod } from '../check-reservation-interest-period'
import { findQueuePlaceOfReservation } from '../reservation-queue'
import { refuseTitleCommand, type TitleRefusal } from '../title-refusal'
import type { ReadyQueuePlace, WaitingQueuePlace } from '../title-state'

/** Changes the pick-up branch or the last day of interest. The reservation keeps its place in the queue. */
export interface ChangeReservation {
  readonly type: 'ChangeReservation'
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly pickUpBranch: BranchId
  readonly interestUntil: Day
  readonly at: Instant
}

/**
 * The last day of interest after the change. Only a new one is checked. One that stays is not over before a ready copy has
 * been sent to its new branch.
 */
const interestAfterChange =
  (policy: Policy) =>
  ({ pickUpBranch, interestUntil, at }: ChangeReservation) =>
  (place: WaitingQueuePlace | ReadyQueuePlace): Either<TitleRefusal, Day> => {
    if (interestUntil !== place.interestUntil)
      return checkReservationInterestPeriod(policy)(dayOf(at), place.latestEnd)(interestUntil)
    const isSentOn = place._tag === 'Ready' && place.pickUpBranch !== pickUpBranch
    return E.right(isSentOn ? interestWhileCopyMoves(policy)(dayOf(at))(place) : interestUntil)
  }

/** When nothing changes, there is no event. A reservation whose copy is ready at another branch waits until it is sent on. */
export const decideChangeReservation =
  (policy: Policy) =>
  (command: ChangeReservation): DecideFromState =>
  (state) => {
    const { reservation, title, pickUpBranch, interestUntil } = command
    const place = findQueuePlaceOfReservation(reservation)(state)
    if (place === undefined) return refuseTitleCommand({ _tag: 'ReservationIsUnknown' })
    if (place._tag === 'Forgotten') return refuseTitleCommand({ _tag: 'ReservationIsForgotten' })
    if (place.pickUpBranch === pickUpBranch && place.interestUntil === interestUntil) return E.right([])
    const { borrower } = place
    return pipe(
      interestAfterChange(policy)(command)(place),
      E.map((until) => [
        ReservationChanged({ reservation, title }, { reservation: { borrower, pickUpBranch, interestUntil: until } }),
      ]),
    )
  }
