import type { Decider } from '../event/decider'
import { decide, type HoldCommand } from './decide'
import { evolve } from './evolve'
import type { LegalHoldEvent } from './legal-hold-event'
import type { HoldRefusal } from './refusal'
import { noHold, type LegalHoldState } from './state'

/** A legal hold on one scope: set, prolonged, released or over. */
export const holdDecider: Decider<HoldCommand, LegalHoldState, LegalHoldEvent, HoldRefusal> = {
  initial: noHold,
  evolve,
  decide,
}
