import type { Aggregate } from '../command-handling/aggregate'
import { deciderByDay, type PolicyByDay } from '../policy/policy-by-day'
import type { CopyEvent } from './copy-event'
import type { CopyCommand } from './decide-copy-command'
import { copyDecider } from './copy-decider'
import { eventTypesThatResetCopy } from './evolve-copy'
import type { CopyRefusal } from './copy-refusal'
import type { CopyState } from './copy-state'

/** Copies have a stream each, in *circulation*. Loans and set-asides are part of it. */
export const copyAggregate = (policy: PolicyByDay): Aggregate<CopyCommand, CopyState, CopyEvent, CopyRefusal> => ({
  ...deciderByDay(copyDecider)(policy),
  log: 'circulation',
  category: 'copy',
  restartsAt: eventTypesThatResetCopy,
  beginsAt: 'CopyAcquired',
})
