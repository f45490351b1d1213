import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { BranchId, CopyId, ReservationId, TitleId } from '../../values/ids'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationReady } from '../events/reservation-ready'
import { findQueuePlaceOfReservation } from '../reservation-queue'
import { refuseTitleCommand } from '../title-refusal'

/** Records that a copy stands on the pick-up shelf for the reservation. */
export interface MakeReservationReady {
  readonly type: 'MakeReady'
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly copy: CopyId
  readonly pickUpBranch: BranchId
  readonly pickUpNumber: string
  readonly pickUpBy: Day
}

/**
 * Refused when the reservation has ended meanwhile. When its pick-up branch is another one by now, there is no event: the
 * copy goes there first.
 */
export const decideMakeReservationReady =
  ({ type: _type, reservation, title, ...ready }: MakeReservationReady): DecideFromState =>
  (state) => {
    const place = findQueuePlaceOfReservation(reservation)(state)
    if (place === undefined) return refuseTitleCommand({ _tag: 'ReservationIsUnknown' })
    if (place._tag === 'Forgotten') return refuseTitleCommand({ _tag: 'ReservationIsForgotten' })
    const { borrower, pickUpBranch } = place
    if (pickUpBranch !== ready.pickUpBranch) return E.right([])
    return E.right([ReservationReady({ reservation, title }, { reservation: { borrower, ...ready } })])
  }
