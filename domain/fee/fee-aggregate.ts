import type { Aggregate } from '../command-handling/aggregate'
import type { FeeCommand } from './decide-fee-command'
import { feeDecider } from './fee-decider'
import type { FeeEvent } from './fee-event'
import type { FeeRefusal } from './fee-refusal'
import type { FeeState } from './fee-state'

/** Fees and bills have a stream each, in *circulation*. */
export const feeAggregate: Aggregate<FeeCommand, FeeState, FeeEvent, FeeRefusal> = {
  ...feeDecider,
  log: 'circulation',
  category: 'fee',
}
