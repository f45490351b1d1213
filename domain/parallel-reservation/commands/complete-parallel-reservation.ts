import { either as E } from 'fp-ts'
import type { ParallelReservationId } from '../../values/ids'
import type { DecideFromState } from '../decide-parallel-reservation-from-state'
import { ParallelReservationCompleted } from '../events/parallel-reservation-completed'
import { refuseParallelReservation } from '../parallel-reservation-refusal'

/** Completes a parallel reservation whose titles are reserved. */
export interface CompleteParallelReservation {
  readonly type: 'CompleteParallelReservation'
  readonly parallelReservation: ParallelReservationId
}

/** A repeat is accepted and changes nothing. */
export const decideCompleteParallelReservation =
  ({ parallelReservation }: CompleteParallelReservation): DecideFromState =>
  (state) => {
    switch (state._tag) {
      case 'Unrequested':
        return refuseParallelReservation({ _tag: 'ParallelReservationIsUnknown' })
      case 'Requested':
        return E.right([ParallelReservationCompleted({ parallelReservation }, {})])
      case 'Completed':
        return E.right([])
    }
  }
