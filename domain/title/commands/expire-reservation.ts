import { either as E } from 'fp-ts'
import { effectiveDeadline } from '../../policy/effective-deadline'
import type { Policy } from '../../policy/policy'
import type { Day } from '../../values/day'
import type { ReservationId, TitleId } from '../../values/ids'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationExpired } from '../events/reservation-expired'
import { findQueuePlaceOfReservation } from '../reservation-queue'
import { refuseTitleCommand } from '../title-refusal'
import type { QueuePlace } from '../title-state'

/** Ends a reservation whose last day is past. */
export interface ExpireReservation {
  readonly type: 'ExpireReservation'
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly day: Day
}

/**
 * Whether the last day of a reservation is past. Once a copy is ready, only the pick-up deadline counts, which falls on an
 * open day of the branch. A reservation
 * whose borrower is erased has expired, because its interest period is erased too.
 */
const isExpiredOn =
  (policy: Policy, day: Day) =>
  (place: QueuePlace): boolean => {
    switch (place._tag) {
      case 'Waiting':
        return day > place.interestUntil
      case 'Ready':
        return day > effectiveDeadline(policy)(place.pickUpBranch)(place.pickUpBy)
      case 'Forgotten':
        return true
    }
  }

/** Refused when the last day is not past. */
export const decideExpireReservation =
  (policy: Policy) =>
  ({ reservation, title, day }: ExpireReservation): DecideFromState =>
  (state) => {
    const place = findQueuePlaceOfReservation(reservation)(state)
    if (place === undefined) return refuseTitleCommand({ _tag: 'ReservationIsUnknown' })
    return isExpiredOn(policy, day)(place)
      ? E.right([ReservationExpired({ reservation, title }, {})])
      : refuseTitleCommand({ _tag: 'ReservationRuns' })
  }
