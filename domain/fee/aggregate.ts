import type { Aggregate } from '../command-handling/aggregate'
import type { FeeCommand } from './decide'
import { feeDecider } from './decider'
import type { FeeEvent } from './fee-event'
import type { FeeRefusal } from './refusal'
import type { FeeState } from './state'

/** Fees and bills have a stream each, in *circulation*. */
export const feeAggregate: Aggregate<FeeCommand, FeeState, FeeEvent, FeeRefusal> = {
  ...feeDecider,
  log: 'circulation',
  category: 'fee',
}
