import type { BranchId } from '../../../../../domain/values/ids'
import type { TextInBothLanguages } from '../../../../../retention/promises/kind-of-data'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'

/** The name of a branch in the policy of today, closed ones included; its code when the policy does not name it. */
export const branchName =
  ({ useCaseDependencies: { policy, commandHandling } }: Pick<RunningLibrary, 'useCaseDependencies'>) =>
  (branch: BranchId): TextInBothLanguages => {
    const { branches } = policy(commandHandling.clock.today())
    return branches.find(({ code }) => code === branch)?.name ?? { da: branch, en: branch }
  }
