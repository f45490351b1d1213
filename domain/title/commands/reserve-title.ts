import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import { addDays, type Day } from '../../values/day'
import type { BranchId, ReservationId, TitleId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import { reservationRules } from '../../policy/reservation-rules'
import { firstRefusal } from '../../policy/policy-rule'
import type { BorrowerStanding } from '../../policy/borrower-standing'
import type { TitleHoldings } from '../../policy/title-holdings'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationMade } from '../events/reservation-made'
import { checkReservationInterestPeriod } from '../check-reservation-interest-period'
import { findQueuePlaceOfReservation, isBorrowerInQueue } from '../reservation-queue'
import { refuseTitleCommand, type TitleRefusal } from '../title-refusal'

/** Puts a borrower at the end of the queue for a title. */
export interface ReserveTitle {
  readonly type: 'Reserve'
  readonly reservation: ReservationId
  readonly title: TitleId
  /** Read under the borrower's lock; undefined when no borrower has the id. */
  readonly standing: BorrowerStanding | undefined
  readonly holdings: TitleHoldings
  /** The home branch, when undefined. */
  readonly pickUpBranch: BranchId | undefined
  /** The policy's interest period, when undefined. */
  readonly interestUntil: Day | undefined
  readonly at: Instant
}

/** Refused with the first refusal of the rules of reservation. */
export const decideReserveTitle =
  (policy: Policy) =>
  ({ reservation, title, standing, holdings, pickUpBranch, interestUntil, at }: ReserveTitle): DecideFromState =>
  (state) => {
    if (standing === undefined) return refuseTitleCommand({ _tag: 'ReservationIsRefused', because: 'patron_not_found' })
    if (findQueuePlaceOfReservation(reservation)(state) !== undefined)
      return refuseTitleCommand({ _tag: 'ReservationIsMadeAlready' })
    const { borrower, homeBranch } = standing
    const day = dayOf(at)
    const latestEnd = addDays(policy.reservations.interestAtMostDays)(day)
    return pipe(
      { policy, standing, title, holdings, isWaitingAlready: isBorrowerInQueue(state)(borrower) },
      firstRefusal(reservationRules),
      E.mapLeft((because): TitleRefusal => ({ _tag: 'ReservationIsRefused', because })),
      E.map(() => interestUntil ?? addDays(policy.reservations.interestDays)(day)),
      E.chain(checkReservationInterestPeriod(policy)(day, latestEnd)),
      E.map((until) => [
        ReservationMade(
          { reservation, title, latestEnd },
          {
            reservation: {
              borrower,
              pickUpBranch: pickUpBranch ?? homeBranch,
              interestUntil: until,
              madeAt: at,
              first: false,
            },
          },
        ),
      ]),
    )
  }
