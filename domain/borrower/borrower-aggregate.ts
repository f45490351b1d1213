import type { Aggregate } from '../command-handling/aggregate'
import { deciderByDay, type PolicyByDay } from '../policy/policy-by-day'
import type { BorrowerEvent } from './borrower-event'
import type { BorrowerCommand } from './decide-borrower-command'
import { borrowerDecider } from './borrower-decider'
import type { BorrowerRefusal } from './borrower-refusal'
import type { BorrowerState } from './borrower-state'

/** Borrowers have a stream each, in *persons*. */
export const borrowerAggregate = (
  policy: PolicyByDay,
): Aggregate<BorrowerCommand, BorrowerState, BorrowerEvent, BorrowerRefusal> => ({
  ...deciderByDay(borrowerDecider)(policy),
  log: 'persons',
  category: 'borrower',
})
