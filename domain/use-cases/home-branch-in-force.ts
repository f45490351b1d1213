import { branchOrSuccessor } from '../policy/branch'
import type { BorrowerStanding } from '../policy/borrower-standing'
import type { Policy } from '../policy/policy'
import type { Day } from '../values/day'
import type { BranchId } from '../values/ids'

/** The branch that stands for the home branch on a day: itself, or the one that has taken over from it. */
export const homeBranchInForce =
  (standing: BorrowerStanding | undefined, { branches }: Policy) =>
  (day: Day): BranchId | undefined =>
    standing === undefined ? undefined : branchOrSuccessor(branches)(day)(standing.homeBranch)
