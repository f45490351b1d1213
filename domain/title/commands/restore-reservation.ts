import { either as E } from 'fp-ts'
import { addDays } from '../../values/day'
import type { BorrowerId, BranchId, ReservationId, TitleId } from '../../values/ids'
import { textOfVolume, type Volume } from '../../values/volume'
import { dayOf, type Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import { textOfRefusalOverride } from '../../policy/refusal-override'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationMade } from '../events/reservation-made'
import { textOfParallelTitles } from '../parallel-titles'
import { findQueuePlaceOfReservation, isBorrowerInQueue } from '../reservation-queue'
import { refuseTitleCommand } from '../title-refusal'

/** Restores the reservation that an undone loan had fulfilled. */
export interface RestoreReservation {
  readonly type: 'ReserveAnew'
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly borrower: BorrowerId
  readonly pickUpBranch: BranchId
  /** The other titles of the parallel reservation that it belonged to. */
  readonly parallelTo: ReadonlyArray<TitleId>
  /** The volume of the copy; null when it has none. */
  readonly volume: Volume | null
  readonly at: Instant
}

/**
 * "Its reservation is made anew at the front of the queue", under a new id, because the old one is erased. No rule of
 * reservation refuses it. A borrower who is in the queue again already keeps that place.
 */
export const decideRestoreReservation =
  (policy: Policy) =>
  ({ reservation, title, borrower, pickUpBranch, parallelTo, volume, at }: RestoreReservation): DecideFromState =>
  (state) => {
    if (findQueuePlaceOfReservation(reservation)(state) !== undefined)
      return refuseTitleCommand({ _tag: 'ReservationIsMadeAlready' })
    if (isBorrowerInQueue(state, volume)(borrower))
      return refuseTitleCommand({ _tag: 'ReservationIsRefused', because: 'already_reserved' })
    const day = dayOf(at)
    const latestEnd = addDays(policy.reservations.interestAtMostDays)(day)
    const interestUntil = addDays(policy.reservations.interestDays)(day)
    return E.right([
      ReservationMade(
        { reservation, title, latestEnd },
        {
          reservation: {
            ...{ borrower, pickUpBranch, interestUntil, madeAt: at, first: true },
            ...{ parallelTo: textOfParallelTitles(parallelTo), volume: textOfVolume(volume) },
            override: textOfRefusalOverride(null),
          },
        },
      ),
    ])
  }
