import { ParallelReservationCompleted } from './events/parallel-reservation-completed'
import { ParallelReservationRequested } from './events/parallel-reservation-requested'

/** The events of parallel reservations. */
export const parallelReservationEventDefinitions = [ParallelReservationRequested, ParallelReservationCompleted] as const
