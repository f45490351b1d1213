import { either as E } from 'fp-ts'
import { addDays, type Day } from '../../values/day'
import type { BorrowerId, BranchId, ReservationId, StatisticsId, TitleId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { textOfVolume } from '../../values/volume'
import type { Policy } from '../../policy/policy'
import { textOfRefusalOverride } from '../../policy/refusal-override'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationCounted } from '../events/reservation-counted'
import { ReservationMade } from '../events/reservation-made'
import { textOfParallelTitles } from '../parallel-titles'
import { findQueuePlaceOfReservation, isBorrowerInQueue } from '../reservation-queue'
import { refuseTitleCommand } from '../title-refusal'

/** Makes one of the reservations of a parallel reservation. */
export interface ReserveParallelTitle {
  readonly type: 'ReserveParallel'
  readonly reservation: ReservationId
  readonly title: TitleId
  /** The other titles of the parallel reservation. */
  readonly parallelTo: ReadonlyArray<TitleId>
  readonly borrower: BorrowerId
  readonly pickUpBranch: BranchId
  readonly interestUntil: Day
  readonly at: Instant
  /** What the statistics count, and their scope. */
  readonly statistics: StatisticsId
  readonly counted: Parameters<typeof ReservationCounted>[1]['statistics']
}

/**
 * The rules of reservation were checked when the parallel reservation was requested. A borrower who is in the queue
 * already, since then, keeps that place.
 */
export const decideReserveParallelTitle =
  (policy: Policy) =>
  (command: ReserveParallelTitle): DecideFromState =>
  (state) => {
    const { reservation, title, parallelTo, borrower, pickUpBranch, interestUntil, at, statistics, counted } = command
    if (findQueuePlaceOfReservation(reservation)(state) !== undefined)
      return refuseTitleCommand({ _tag: 'ReservationIsMadeAlready' })
    if (isBorrowerInQueue(state, null)(borrower))
      return refuseTitleCommand({ _tag: 'ReservationIsRefused', because: 'already_reserved' })
    const latestEnd = addDays(policy.reservations.interestAtMostDays)(dayOf(at))
    const texts = {
      ...{ parallelTo: textOfParallelTitles(parallelTo), volume: textOfVolume(null) },
      override: textOfRefusalOverride(null),
    }
    return E.right([
      ReservationMade(
        { reservation, title, latestEnd },
        { reservation: { borrower, pickUpBranch, interestUntil, madeAt: at, first: false, ...texts } },
      ),
      ReservationCounted({ reservation, statistics, title }, { statistics: counted }),
    ])
  }
