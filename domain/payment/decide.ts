import { completePayment, type CompletePayment } from './commands/complete'
import { makePayment, type MakePayment } from './commands/make'
import type { Decision } from './decision'

export type PaymentCommand = MakePayment | CompletePayment

/** What a command makes happen to a payment, or why not. */
export const decide = (command: PaymentCommand): Decision => {
  switch (command.type) {
    case 'MakePayment':
      return makePayment(command)
    case 'CompletePayment':
      return completePayment(command)
  }
}
