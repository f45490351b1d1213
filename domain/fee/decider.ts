import type { Decider } from '../event/decider'
import { decide, type FeeCommand } from './decide'
import { evolve } from './evolve'
import type { FeeEvent } from './fee-event'
import type { FeeRefusal } from './refusal'
import { initialFeeState, type FeeState } from './state'

/** A fee (gebyr) or a bill for compensation (erstatning): levied, joined, and settled once. */
export const feeDecider: Decider<FeeCommand, FeeState, FeeEvent, FeeRefusal> = {
  initial: initialFeeState,
  evolve,
  decide,
}
