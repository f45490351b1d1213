import type { Decider } from '../event/decider'
import type { Policy } from '../policy/policy'
import type { CopyEvent } from './copy-event'
import { decide, type CopyCommand } from './decide'
import { evolve } from './evolve'
import type { CopyRefusal } from './refusal'
import { unknownCopyState, type CopyState } from './state'

/** A copy of a title: lent to one borrower at a time, and reserved for one at a time. */
export const copyDecider = (policy: Policy): Decider<CopyCommand, CopyState, CopyEvent, CopyRefusal> => ({
  initial: unknownCopyState,
  evolve,
  decide: decide(policy),
})
