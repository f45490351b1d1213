import { decideCompletePayment, type CompletePayment } from './commands/complete-payment'
import { decideConfirmPayment, type ConfirmPayment } from './commands/confirm-payment'
import { decideMakePayment, type MakePayment } from './commands/make-payment'
import { decideStartPayment, type StartPayment } from './commands/start-payment'
import type { DecideFromState } from './decide-payment-from-state'

export type PaymentCommand = MakePayment | StartPayment | ConfirmPayment | CompletePayment

/** The events of a command to a payment, or why it is refused. */
export const decide = (command: PaymentCommand): DecideFromState => {
  switch (command.type) {
    case 'MakePayment':
      return decideMakePayment(command)
    case 'StartPayment':
      return decideStartPayment(command)
    case 'ConfirmPayment':
      return decideConfirmPayment(command)
    case 'CompletePayment':
      return decideCompletePayment(command)
  }
}
