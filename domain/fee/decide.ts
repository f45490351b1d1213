import { cancel, type CancelFee } from './commands/cancel'
import { join, type JoinFee } from './commands/join'
import { levy, type LevyFee } from './commands/levy'
import { pay, type PayFee } from './commands/pay'
import { waive, type WaiveFee } from './commands/waive'
import type { Decision } from './decision'

export type FeeCommand = LevyFee | JoinFee | PayFee | WaiveFee | CancelFee

/** What a command makes happen to a fee, or why not. */
export const decide = (command: FeeCommand): Decision => {
  switch (command.type) {
    case 'LevyFee':
      return levy(command)
    case 'JoinFee':
      return join(command)
    case 'PayFee':
      return pay(command)
    case 'WaiveFee':
      return waive(command)
    case 'CancelFee':
      return cancel(command)
  }
}
