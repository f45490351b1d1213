import { doVolumesOverlap, type Volume } from '../values/volume'
import type { TitleId } from '../values/ids'
import type { OverridableRules } from './check-rules-unless-overridden'
import { causesOfBlockedBorrower, isBorrowerBlocked } from './is-borrower-blocked'
import type { CauseOfRefusal } from './overridable-refusal'
import type { Policy } from './policy'
import type { ReservationRefusal } from './reservation-refusal'
import { refuseWhen, type PolicyRule } from './policy-rule'
import type { BorrowerStanding } from './borrower-standing'
import { sumOfTitleHoldings, type TitleHoldings } from './title-holdings'

/** What the rules of reservation check. */
export interface ReservationRuleInput {
  readonly policy: Policy
  readonly standing: BorrowerStanding
  readonly title: TitleId
  readonly holdings: TitleHoldings
  /** The wanted volume of a periodical; null for any. */
  readonly volume: Volume | null
  /** Whether the borrower is in the title's queue already, for a volume that overlaps. */
  readonly isWaitingAlready: boolean
}

type ReservationRule = PolicyRule<ReservationRuleInput, ReservationRefusal>

const refuseWithoutReservableCopy = (
  tag: ReservationRefusal,
  condition: (holdings: TitleHoldings) => boolean,
): ReservationRule => refuseWhen(tag)(({ holdings }) => holdings.reservable === 0 && condition(holdings))

/** "Any block refuses reserving", and debt over the limit does too. */
const borrowerMayReserve: ReservationRule = refuseWhen<ReservationRefusal>('patron_is_blocked')(
  ({ policy, standing }) => isBorrowerBlocked(policy)(standing),
)

const titleIsNotReserved: ReservationRule = refuseWhen<ReservationRefusal>('already_reserved')(
  ({ standing, title, volume, isWaitingAlready }) =>
    isWaitingAlready ||
    standing.reservations.some((other) => other.title === title && doVolumesOverlap(other.volume, volume)),
)

const titleIsNotOnLoan: ReservationRule = refuseWhen<ReservationRefusal>('already_loaned')(({ standing, title }) =>
  standing.loans.some((loan) => loan.title === title),
)

/**
 * When no copy can be reserved, the answer names the nearest reason: the borrower's age or group, never reserved, never
 * lent, lost, withdrawn.
 */
const aCopyIsReservable: ReadonlyArray<ReservationRule> = [
  refuseWithoutReservableCopy(
    'volume_not_found',
    (holdings) => sumOfTitleHoldings(holdings) === 0 && holdings.ofOtherVolumes > 0,
  ),
  refuseWithoutReservableCopy('no_reservable_materials', (holdings) => sumOfTitleHoldings(holdings) === 0),
  refuseWithoutReservableCopy('below_age_limit', ({ belowAgeLimit }) => belowAgeLimit > 0),
  refuseWithoutReservableCopy('loaning_profile_not_found', ({ notLentToGroup }) => notLentToGroup > 0),
  refuseWithoutReservableCopy('material_not_reservable', ({ notReservable }) => notReservable > 0),
  refuseWithoutReservableCopy('material_not_loanable', ({ notLent }) => notLent > 0),
  refuseWithoutReservableCopy('material_lost', ({ lost }) => lost > 0),
  refuseWithoutReservableCopy('not_reservable', ({ withdrawn }) => withdrawn > 0),
]

const reservationsAreUnderTheirLimit: ReservationRule = refuseWhen<ReservationRefusal>('exceeds_max_reservations')(
  ({ policy, standing }) => standing.reservations.length >= policy.reservations.atMost,
)

/** All rules of reservation, for a borrower who is registered. */
export const reservationRules: ReadonlyArray<ReservationRule> = [
  borrowerMayReserve,
  titleIsNotReserved,
  titleIsNotOnLoan,
  ...aCopyIsReservable,
  reservationsAreUnderTheirLimit,
]

/** What stands behind the refusal of a reservation. */
const causesOf =
  (reservation: ReservationRuleInput) =>
  (refusal: ReservationRefusal): ReadonlyArray<CauseOfRefusal> => {
    if (refusal === 'patron_is_blocked') return causesOfBlockedBorrower(reservation)
    return [refusal === 'exceeds_max_reservations' ? 'reservationLimitReached' : 'neverOverridable']
  }

/** The rules of reservation, which staff may override in part. */
export const overridableReservationRules: OverridableRules<ReservationRuleInput, ReservationRefusal> = {
  rules: reservationRules,
  causesOf,
}
