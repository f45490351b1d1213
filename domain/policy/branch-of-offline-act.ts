import type { Day } from '../values/day'
import type { BranchId } from '../values/ids'
import { branchOrSuccessor } from './branch'
import { refusalOfUnknownBranch } from './branch-is-unknown'
import type { Policy } from './policy'

/** Where an act of a machine that was offline is recorded. */
interface BranchOfAct {
  readonly branch: BranchId
  /** Whether the library had no branch with the code that the machine sent, on the day of the act. */
  readonly isUnknown: boolean
}

/**
 * The branch that a machine sent. When the library did not have it on the day of the act, it is the branch that has taken
 * over from it, or else the last branch that is known of the copy.
 */
export const branchOfOfflineAct =
  (policy: Policy, day: Day) =>
  (sent: BranchId, lastKnown: BranchId): BranchOfAct => {
    const isThere = (branch: BranchId): boolean => refusalOfUnknownBranch(policy, day)(branch) === undefined
    if (isThere(sent)) return { branch: sent, isUnknown: false }
    const successorOf = branchOrSuccessor(policy.branches)(day)
    return { branch: isThere(successorOf(sent)) ? successorOf(sent) : successorOf(lastKnown), isUnknown: true }
  }
