import type { TitleId } from '../values/ids'
import { isBlocked } from './blocks'
import type { Policy } from './policy'
import type { ReservationRefusal } from './reservation-refusal'
import { refuseWhen, type Rule } from './rule'
import type { Standing } from './standing'
import { copiesHeld, type TitleHoldings } from './title-holdings'

/** What is looked at before a title is reserved. */
export interface ReservingCase {
  readonly policy: Policy
  readonly standing: Standing
  readonly title: TitleId
  readonly holdings: TitleHoldings
  /** Whether the borrower stands in the title's queue. */
  readonly waitsAlready: boolean
}

export type ReservingRule = Rule<ReservingCase, ReservationRefusal>

const without = (tag: ReservationRefusal, holds: (holdings: TitleHoldings) => boolean): ReservingRule =>
  refuseWhen(tag)(({ holdings }) => holdings.reservable === 0 && holds(holdings))

/** "Any block refuses reserving", and so does debt over its limit. */
export const patronIsNotBlocked: ReservingRule = refuseWhen<ReservationRefusal>('patron_is_blocked')(
  ({ policy, standing }) => isBlocked(policy)(standing),
)

export const notReservedAlready: ReservingRule = refuseWhen<ReservationRefusal>('already_reserved')(
  ({ standing, title, waitsAlready }) => waitsAlready || standing.reservations.some((other) => other.title === title),
)

export const notLoanedAlready: ReservingRule = refuseWhen<ReservationRefusal>('already_loaned')(({ standing, title }) =>
  standing.loans.some((loan) => loan.title === title),
)

/** Where no copy can be reserved, the answer names what comes closest: reserved never, lent never, lost, withdrawn. */
export const somethingCanBeReserved: ReadonlyArray<ReservingRule> = [
  without('no_reservable_materials', (holdings) => copiesHeld(holdings) === 0),
  without('material_not_reservable', ({ notReservable }) => notReservable > 0),
  without('material_not_loanable', ({ notLent }) => notLent > 0),
  without('material_lost', ({ lost }) => lost > 0),
  without('not_reservable', ({ withdrawn }) => withdrawn > 0),
]

export const reservationsAreUnderTheirLimit: ReservingRule = refuseWhen<ReservationRefusal>('exceeds_max_reservations')(
  ({ policy, standing }) => standing.reservations.length >= policy.reservations.atMost,
)

/** All rules of reserving, for a borrower who is known. */
export const reservingRules: ReadonlyArray<ReservingRule> = [
  patronIsNotBlocked,
  notReservedAlready,
  notLoanedAlready,
  ...somethingCanBeReserved,
  reservationsAreUnderTheirLimit,
]
