import * as E from 'fp-ts/Either'
import type { Aggregate } from '../command-handling/aggregate'
import type { AnyEvent } from '../event/define-event'
import { refusalOfUnknownBranch, type BranchIsUnknown } from '../policy/branch-is-unknown'
import type { PolicyByDay } from '../policy/policy-by-day'
import type { BranchId } from '../values/ids'
import { dayOf, type Instant } from '../values/instant'

/**
 * The aggregate, which refuses its command when a branch that the command names is not there at the time of the act. A
 * repeat of a command is not decided again, so it answers its first result even when the branch has closed meanwhile.
 */
export const aggregateRefusingUnknownBranch =
  (policy: PolicyByDay, at: Instant) =>
  (branch: BranchId | undefined) =>
  <Command, State, Event extends AnyEvent, Refusal>(
    aggregate: Aggregate<Command, State, Event, Refusal>,
  ): Aggregate<Command, State, Event, Refusal | BranchIsUnknown> => {
    const day = dayOf(at)
    const refusal = branch === undefined ? undefined : refusalOfUnknownBranch(policy(day), day)(branch)
    return refusal === undefined ? aggregate : { ...aggregate, decide: () => () => E.left(refusal) }
  }
