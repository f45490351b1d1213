import type { Aggregate } from '../command-handling/aggregate'
import type { Policy } from '../policy/policy'
import type { BorrowerEvent } from './borrower-event'
import type { BorrowerCommand } from './decide'
import { borrowerDecider } from './decider'
import type { BorrowerRefusal } from './refusal'
import type { BorrowerState } from './state'

/** Borrowers have a stream each, in *persons*. */
export const borrowerAggregate = (
  policy: Policy,
): Aggregate<BorrowerCommand, BorrowerState, BorrowerEvent, BorrowerRefusal> => ({
  ...borrowerDecider(policy),
  log: 'persons',
  category: 'borrower',
})
