import type { Aggregate } from '../command-handling/aggregate'
import { deciderByDay, type PolicyByDay } from '../policy/policy-by-day'
import type { ParallelReservationCommand } from './decide-parallel-reservation-command'
import { parallelReservationDecider } from './parallel-reservation-decider'
import type { ParallelReservationEvent } from './parallel-reservation-event'
import type { ParallelReservationRefusal } from './parallel-reservation-refusal'
import type { ParallelReservationState } from './parallel-reservation-state'

/** Parallel reservations have a stream each, in *circulation*. A reaction carries out their steps. */
export const parallelReservationAggregate = (
  policy: PolicyByDay,
): Aggregate<
  ParallelReservationCommand,
  ParallelReservationState,
  ParallelReservationEvent,
  ParallelReservationRefusal
> => ({ ...deciderByDay(parallelReservationDecider)(policy), log: 'circulation', category: 'parallel' })
