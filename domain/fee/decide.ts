import { decideCancelFee, type CancelFee } from './commands/cancel-fee'
import { decideJoinFee, type JoinFee } from './commands/join-fee'
import { decideLevyFee, type LevyFee } from './commands/levy-fee'
import { decidePayFee, type PayFee } from './commands/pay-fee'
import { decideWaiveFee, type WaiveFee } from './commands/waive-fee'
import type { DecideFromState } from './decide-from-state'

export type FeeCommand = LevyFee | JoinFee | PayFee | WaiveFee | CancelFee

/** The events of a command to a fee, or why it is refused. */
export const decide = (command: FeeCommand): DecideFromState => {
  switch (command.type) {
    case 'LevyFee':
      return decideLevyFee(command)
    case 'JoinFee':
      return decideJoinFee(command)
    case 'PayFee':
      return decidePayFee(command)
    case 'WaiveFee':
      return decideWaiveFee(command)
    case 'CancelFee':
      return decideCancelFee(command)
  }
}
