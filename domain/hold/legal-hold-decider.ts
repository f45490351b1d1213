import type { Decider } from '../event/decider'
import { decide, type LegalHoldCommand } from './decide-legal-hold-command'
import { evolve } from './evolve-legal-hold'
import type { LegalHoldEvent } from './legal-hold-event'
import type { LegalHoldRefusal } from './legal-hold-refusal'
import { noLegalHoldState, type LegalHoldState } from './legal-hold-state'

/** A legal hold on one scope: set, prolonged, released or over. */
export const legalHoldDecider: Decider<LegalHoldCommand, LegalHoldState, LegalHoldEvent, LegalHoldRefusal> = {
  initial: noLegalHoldState,
  evolve,
  decide,
}
