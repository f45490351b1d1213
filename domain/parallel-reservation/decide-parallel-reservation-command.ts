import type { Policy } from '../policy/policy'
import {
  decideCompleteParallelReservation,
  type CompleteParallelReservation,
} from './commands/complete-parallel-reservation'
import {
  decideRequestParallelReservation,
  type RequestParallelReservation,
} from './commands/request-parallel-reservation'
import type { DecideFromState } from './decide-parallel-reservation-from-state'

export type ParallelReservationCommand = RequestParallelReservation | CompleteParallelReservation

/** The events of a command to a parallel reservation under a policy, or why it is refused. */
export const decide =
  (policy: Policy) =>
  (command: ParallelReservationCommand): DecideFromState => {
    switch (command.type) {
      case 'RequestParallelReservation':
        return decideRequestParallelReservation(policy)(command)
      case 'CompleteParallelReservation':
        return decideCompleteParallelReservation(command)
    }
  }
