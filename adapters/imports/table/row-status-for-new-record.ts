import { refusalOfUnknownBranch } from '../../../domain/policy/branch-is-unknown'
import type { BranchId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { ImportRowStatus } from './import-record-kind'

/** A record that is new must name a branch that the library has today, so that a dry run finds what the import refuses. */
export const statusOfNewRecordAtBranch =
  ({ useCaseDependencies: { policy, commandHandling } }: Pick<RunningLibrary, 'useCaseDependencies'>) =>
  (column: string, branch: BranchId): ImportRowStatus => {
    const today = commandHandling.clock.today()
    return refusalOfUnknownBranch(policy(today), today)(branch) === undefined
      ? { _tag: 'New' }
      : { _tag: 'Contradicted', reason: `${column} is not a branch of the library` }
  }
