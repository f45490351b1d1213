import { decideCompletePayment, type CompletePayment } from './commands/complete-payment'
import { decideMakePayment, type MakePayment } from './commands/make-payment'
import type { DecideFromState } from './decide-payment-from-state'

export type PaymentCommand = MakePayment | CompletePayment

/** The events of a command to a payment, or why it is refused. */
export const decide = (command: PaymentCommand): DecideFromState => {
  switch (command.type) {
    case 'MakePayment':
      return decideMakePayment(command)
    case 'CompletePayment':
      return decideCompletePayment(command)
  }
}
