import type { Either } from 'fp-ts/Either'
import type { PaymentEvent } from './payment-event'
import type { PaymentRefusal } from './refusal'
import type { PaymentState } from './state'

/** What a command may make happen to a payment in some state. */
export type Decision = (state: PaymentState) => Either<PaymentRefusal, ReadonlyArray<PaymentEvent>>
