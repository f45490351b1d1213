import type { Aggregate } from '../command-handling/aggregate'
import type { HoldCommand } from './decide'
import { holdDecider } from './decider'
import type { LegalHoldEvent } from './legal-hold-event'
import type { HoldRefusal } from './refusal'
import type { LegalHoldState } from './state'

/** Legal holds have a stream each, in *circulation*. */
export const holdAggregate: Aggregate<HoldCommand, LegalHoldState, LegalHoldEvent, HoldRefusal> = {
  ...holdDecider,
  log: 'circulation',
  category: 'hold',
}
