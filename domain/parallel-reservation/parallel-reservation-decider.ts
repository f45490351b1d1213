import type { Decider } from '../event/decider'
import type { Policy } from '../policy/policy'
import { decide, type ParallelReservationCommand } from './decide-parallel-reservation-command'
import { evolve } from './evolve-parallel-reservation'
import type { ParallelReservationEvent } from './parallel-reservation-event'
import type { ParallelReservationRefusal } from './parallel-reservation-refusal'
import { initialParallelReservationState, type ParallelReservationState } from './parallel-reservation-state'

/** A request for one of several titles: made once, and completed when each of them is reserved. */
export const parallelReservationDecider = (
  policy: Policy,
): Decider<
  ParallelReservationCommand,
  ParallelReservationState,
  ParallelReservationEvent,
  ParallelReservationRefusal
> => ({ initial: initialParallelReservationState, evolve, decide: decide(policy) })
