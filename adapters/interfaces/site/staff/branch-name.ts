import type { BranchId } from '../../../../domain/values/ids'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { PageRequest } from '../page/site-page'

/** The name of a branch, closed ones included; its code when the policy does not name it. */
export const branchName =
  ({ library }: Pick<PageRequest, 'library'>) =>
  (branch: BranchId): TextInBothLanguages => {
    const { policy, commandHandling } = library.useCaseDependencies
    const { branches } = policy(commandHandling.clock.today())
    return branches.find(({ code }) => code === branch)?.name ?? { da: branch, en: branch }
  }
