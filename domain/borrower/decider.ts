import type { Decider } from '../event/decider'
import type { Policy } from '../policy/policy'
import type { BorrowerEvent } from './borrower-event'
import { decide, type BorrowerCommand } from './decide'
import { evolve } from './evolve'
import type { BorrowerRefusal } from './refusal'
import { unregisteredBorrower, type BorrowerState } from './state'

/** A borrower (låner): registered, changed, blocked, seen, and erased. */
export const borrowerDecider = (
  policy: Policy,
): Decider<BorrowerCommand, BorrowerState, BorrowerEvent, BorrowerRefusal> => ({
  initial: unregisteredBorrower,
  evolve,
  decide: decide(policy),
})
