import { branchOrSuccessor } from '../../../../../domain/policy/branch'
import type { BranchId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'

/** With the branch that has taken over from the home branch, when that one is closed. */
export const withHomeBranchInForce =
  ({ useCaseDependencies: { policy, commandHandling } }: RunningLibrary) =>
  <A extends { readonly homeBranch: BranchId }>(of: A): A => {
    const today = commandHandling.clock.today()
    return { ...of, homeBranch: branchOrSuccessor(policy(today).branches)(today)(of.homeBranch) }
  }
