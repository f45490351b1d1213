import { either as E } from 'fp-ts'
import { addDays } from '../../values/day'
import type { BorrowerId, BranchId, ReservationId, TitleId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import type { Decision } from '../decision'
import { ReservationMade } from '../events/reservation-made'
import { placeOf, waitsIn } from '../queue'
import { refuse } from '../refusal'

/** Gives back the reservation that a loan, undone since, had fulfilled. */
export interface ReserveAnew {
  readonly type: 'ReserveAnew'
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly borrower: BorrowerId
  readonly pickUpBranch: BranchId
  readonly at: Instant
}

/**
 * "Its reservation is made anew at the front of the queue": under a new id, as the old one is forgotten, and whatever
 * would stand against a reservation today. Only one who has joined the queue again meanwhile keeps that place.
 */
export const reserveAnew =
  (policy: Policy) =>
  ({ reservation, title, borrower, pickUpBranch, at }: ReserveAnew): Decision =>
  (state) => {
    if (placeOf(reservation)(state) !== undefined) return refuse({ _tag: 'ReservationIsMadeAlready' })
    if (waitsIn(state)(borrower)) return refuse({ _tag: 'ReservationIsRefused', because: 'already_reserved' })
    const day = dayOf(at)
    const latestEnd = addDays(policy.reservations.interestAtMostDays)(day)
    const interestUntil = addDays(policy.reservations.interestDays)(day)
    return E.right([
      ReservationMade(
        { reservation, title, latestEnd },
        { reservation: { borrower, pickUpBranch, interestUntil, madeAt: at, first: true } },
      ),
    ])
  }
