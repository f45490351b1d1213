import type { Decider } from '../event/decider'
import type { Policy } from '../policy/policy'
import type { BorrowerEvent } from './borrower-event'
import { decide, type BorrowerCommand } from './decide-borrower-command'
import { evolve } from './evolve-borrower'
import type { BorrowerRefusal } from './borrower-refusal'
import { unregisteredBorrower, type BorrowerState } from './borrower-state'

/** A borrower (låner): registered, changed, blocked, seen, and erased. */
export const borrowerDecider = (
  policy: Policy,
): Decider<BorrowerCommand, BorrowerState, BorrowerEvent, BorrowerRefusal> => ({
  initial: unregisteredBorrower,
  evolve,
  decide: decide(policy),
})
