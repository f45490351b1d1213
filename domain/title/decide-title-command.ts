import type { Policy } from '../policy/policy'
import { decideCancelReservation, type CancelReservation } from './commands/cancel-reservation'
import { decideChangeReservation, type ChangeReservation } from './commands/change-reservation'
import { decideEndParallelReservation, type EndParallelReservation } from './commands/end-parallel-reservation'
import { decideExpireReservation, type ExpireReservation } from './commands/expire-reservation'
import { decideFulfilReservation, type FulfilReservation } from './commands/fulfil-reservation'
import { decideMakeReservationReady, type MakeReservationReady } from './commands/make-reservation-ready'
import { decideMakeReservationWait, type MakeReservationWait } from './commands/make-reservation-wait'
import { decideRestoreReservation, type RestoreReservation } from './commands/restore-reservation'
import { decideReserveParallelTitle, type ReserveParallelTitle } from './commands/reserve-parallel-title'
import { decideReserveTitle, type ReserveTitle } from './commands/reserve-title'
import type { DecideFromState } from './decide-title-from-state'

/** The commands to a title's queue. */
export type TitleCommand =
  | ReserveTitle
  | ReserveParallelTitle
  | RestoreReservation
  | ChangeReservation
  | MakeReservationReady
  | MakeReservationWait
  | FulfilReservation
  | CancelReservation
  | ExpireReservation
  | EndParallelReservation

/** The events of a command to a title's queue under a policy, or why it is refused. */
export const decide =
  (policy: Policy) =>
  (command: TitleCommand): DecideFromState => {
    switch (command.type) {
      case 'Reserve':
        return decideReserveTitle(policy)(command)
      case 'ReserveParallel':
        return decideReserveParallelTitle(policy)(command)
      case 'ReserveAnew':
        return decideRestoreReservation(policy)(command)
      case 'ChangeReservation':
        return decideChangeReservation(policy)(command)
      case 'MakeReady':
        return decideMakeReservationReady(command)
      case 'MakeWaiting':
        return decideMakeReservationWait(command)
      case 'FulfilReservation':
        return decideFulfilReservation(command)
      case 'CancelReservation':
        return decideCancelReservation(command)
      case 'ExpireReservation':
        return decideExpireReservation(policy)(command)
      case 'EndParallelReservation':
        return decideEndParallelReservation(command)
    }
  }
