import type { Decider } from '../event/decider'
import type { Policy } from '../policy/policy'
import type { BorrowerEvent } from './borrower-event'
import { decide, type BorrowerCommand } from './decide'
import { evolve } from './evolve'
import type { BorrowerRefusal } from './refusal'
import { unregistered, type BorrowerState } from './state'

/** A borrower (låner), under a municipality's policy: registered, changed, blocked, seen, and forgotten. */
export const borrowerDecider = (
  policy: Policy,
): Decider<BorrowerCommand, BorrowerState, BorrowerEvent, BorrowerRefusal> => ({
  initial: unregistered,
  evolve,
  decide: decide(policy),
})
