import type { Policy } from '../policy/policy'
import { cancelReservation, type CancelReservation } from './commands/cancel-reservation'
import { changeReservation, type ChangeReservation } from './commands/change-reservation'
import { expireReservation, type ExpireReservation } from './commands/expire-reservation'
import { fulfilReservation, type FulfilReservation } from './commands/fulfil-reservation'
import { makeReady, type MakeReady } from './commands/make-ready'
import { reserveAnew, type ReserveAnew } from './commands/reserve-anew'
import { reserve, type Reserve } from './commands/reserve'
import type { Decision } from './decision'

/** All that may be asked of a title's queue. */
export type TitleCommand =
  Reserve | ReserveAnew | ChangeReservation | MakeReady | FulfilReservation | CancelReservation | ExpireReservation

/** What a command makes happen to a title's queue under a municipality's policy, or why it is refused. */
export const decide =
  (policy: Policy) =>
  (command: TitleCommand): Decision => {
    switch (command.type) {
      case 'Reserve':
        return reserve(policy)(command)
      case 'ReserveAnew':
        return reserveAnew(policy)(command)
      case 'ChangeReservation':
        return changeReservation(policy)(command)
      case 'MakeReady':
        return makeReady(command)
      case 'FulfilReservation':
        return fulfilReservation(command)
      case 'CancelReservation':
        return cancelReservation(command)
      case 'ExpireReservation':
        return expireReservation(command)
    }
  }
