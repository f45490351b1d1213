import type { Decider } from '../event/decider'
import type { Policy } from '../policy/policy'
import type { CopyEvent } from './copy-event'
import { decide, type CopyCommand } from './decide-copy-command'
import { evolve } from './evolve-copy'
import type { CopyRefusal } from './copy-refusal'
import { unknownCopyState, type CopyState } from './copy-state'

/** A copy of a title: lent to one borrower at a time, and reserved for one at a time. */
export const copyDecider = (policy: Policy): Decider<CopyCommand, CopyState, CopyEvent, CopyRefusal> => ({
  initial: unknownCopyState,
  evolve,
  decide: decide(policy),
})
