import type { Aggregate } from '../command-handling/aggregate'
import type { LegalHoldCommand } from './decide-legal-hold-command'
import { legalHoldDecider } from './legal-hold-decider'
import type { LegalHoldEvent } from './legal-hold-event'
import type { LegalHoldRefusal } from './legal-hold-refusal'
import type { LegalHoldState } from './legal-hold-state'

/** Legal holds have a stream each, in *circulation*. */
export const legalHoldAggregate: Aggregate<LegalHoldCommand, LegalHoldState, LegalHoldEvent, LegalHoldRefusal> = {
  ...legalHoldDecider,
  log: 'circulation',
  category: 'hold',
}
