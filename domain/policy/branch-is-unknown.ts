import type { Day } from '../values/day'
import type { BranchId } from '../values/ids'
import { isBranchThere, type Branch } from './branch'
import type { Policy } from './policy'

/** The library has no such branch on the day of the act. */
export interface BranchIsUnknown {
  readonly _tag: 'BranchIsUnknown'
  /** The branches that it has on that day. */
  readonly branches: ReadonlyArray<Pick<Branch, 'code' | 'name'>>
}

/** The refusal of a branch that is not there on a day; undefined when it is there, or when the policy names none. */
export const refusalOfUnknownBranch =
  ({ branches }: Policy, day: Day) =>
  (code: BranchId): BranchIsUnknown | undefined => {
    const branchesThere = branches.filter(isBranchThere(day))
    if (branches.length === 0 || branchesThere.some((branch) => branch.code === code)) return undefined
    return { _tag: 'BranchIsUnknown', branches: branchesThere.map(({ code, name }) => ({ code, name })) }
  }
