import type { MessageLanguage } from '../../../../../domain/borrower/message-language'
import type { BranchId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'

/** The name of a branch in the policy of today; its code when the policy does not name it. */
export const nameOfBranchIn =
  ({ useCaseDependencies: { policy, commandHandling } }: RunningLibrary, language: MessageLanguage) =>
  (branch: BranchId): string => {
    const { branches } = policy(commandHandling.clock.today())
    return branches.find(({ code }) => code === branch)?.name[language] ?? branch
  }
