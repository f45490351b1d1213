import type { Decider } from '../event/decider'
import { decide, type FeeCommand } from './decide-fee-command'
import { evolve } from './evolve-fee'
import type { FeeEvent } from './fee-event'
import type { FeeRefusal } from './fee-refusal'
import { initialFeeState, type FeeState } from './fee-state'

/** A fee (gebyr) or a bill for compensation (erstatning): levied, joined, and settled once. */
export const feeDecider: Decider<FeeCommand, FeeState, FeeEvent, FeeRefusal> = {
  initial: initialFeeState,
  evolve,
  decide,
}
