import type { ParallelReservationEvent } from './parallel-reservation-event'
import type { ParallelReservationState } from './parallel-reservation-state'

/** The state of a parallel reservation after an event. */
export const evolve =
  (event: ParallelReservationEvent) =>
  (_state: ParallelReservationState): ParallelReservationState => {
    switch (event.type) {
      case 'ParallelReservationRequested':
        return { _tag: 'Requested' }
      case 'ParallelReservationCompleted':
        return { _tag: 'Completed' }
    }
  }
