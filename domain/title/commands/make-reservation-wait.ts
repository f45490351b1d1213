import { either as E } from 'fp-ts'
import type { CopyId, ReservationId, TitleId } from '../../values/ids'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationNotReady } from '../events/reservation-not-ready'
import { findQueuePlaceOfReservation } from '../reservation-queue'
import { refuseTitleCommand } from '../title-refusal'

/** Records that the copy which stood ready for a reservation is gone. */
export interface MakeReservationWait {
  readonly type: 'MakeWaiting'
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly copy: CopyId
}

/** The reservation keeps its place. When it waits already, or another copy is ready for it, there is no event. */
export const decideMakeReservationWait =
  ({ reservation, title, copy }: MakeReservationWait): DecideFromState =>
  (state) => {
    const place = findQueuePlaceOfReservation(reservation)(state)
    if (place === undefined) return refuseTitleCommand({ _tag: 'ReservationIsUnknown' })
    return E.right(
      place._tag === 'Ready' && place.copy === copy ? [ReservationNotReady({ reservation, title }, {})] : [],
    )
  }
