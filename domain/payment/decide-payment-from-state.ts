import type { Either } from 'fp-ts/Either'
import type { PaymentEvent } from './payment-event'
import type { PaymentRefusal } from './payment-refusal'
import type { PaymentState } from './payment-state'

/** The result of a command, by the state of the payment. */
export type DecideFromState = (state: PaymentState) => Either<PaymentRefusal, ReadonlyArray<PaymentEvent>>
