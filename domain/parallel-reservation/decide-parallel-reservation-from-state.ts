import type { Either } from 'fp-ts/Either'
import type { ParallelReservationEvent } from './parallel-reservation-event'
import type { ParallelReservationRefusal } from './parallel-reservation-refusal'
import type { ParallelReservationState } from './parallel-reservation-state'

/** The result of a command, by the state of the parallel reservation. */
export type DecideFromState = (
  state: ParallelReservationState,
) => Either<ParallelReservationRefusal, ReadonlyArray<ParallelReservationEvent>>
