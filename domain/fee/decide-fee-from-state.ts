import type { Either } from 'fp-ts/Either'
import type { FeeEvent } from './fee-event'
import type { FeeRefusal } from './fee-refusal'
import type { FeeState } from './fee-state'

/** The result of a command, by the state of the fee. */
export type DecideFromState = (state: FeeState) => Either<FeeRefusal, ReadonlyArray<FeeEvent>>
