import type { Either } from 'fp-ts/Either'
import type { FeeEvent } from './fee-event'
import type { FeeRefusal } from './refusal'
import type { FeeState } from './state'

/** What a command may make happen to a fee in some state. */
export type Decision = (state: FeeState) => Either<FeeRefusal, ReadonlyArray<FeeEvent>>
