import type { ParallelReservationCompleted } from './events/parallel-reservation-completed'
import type { ParallelReservationRequested } from './events/parallel-reservation-requested'

/** The events of the stream of a parallel reservation. */
export type ParallelReservationEvent = ParallelReservationRequested | ParallelReservationCompleted
