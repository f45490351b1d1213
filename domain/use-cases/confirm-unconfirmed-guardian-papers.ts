import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { FewerPapersAreUnconfirmed, GuardianPapersEvent } from '../guardian-papers/decide-guardian-papers-command'
import { guardianPapersAggregate } from '../guardian-papers/guardian-papers-aggregate'
import type { Month } from '../values/month'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'

interface ConfirmRequest extends CommandMetadata {
  readonly endedIn: Month
  /** At least one. */
  readonly papers: number
}

/** Staff confirm that they destroyed papers of guardianships that are forgotten. Refused: `FewerPapersAreUnconfirmed`. */
export const confirmUnconfirmedGuardianPapers =
  (dependencies: UseCaseDependencies) =>
  ({ endedIn, papers, at, origin }: ConfirmRequest): UseCaseResult<FewerPapersAreUnconfirmed, GuardianPapersEvent> =>
    runUseCaseWithIds(dependencies)({ at, origin }, () => streamAddressOfAggregate(guardianPapersAggregate)(endedIn))(
      ({ cause }) =>
        handleCommand(dependencies.commandHandling)(guardianPapersAggregate)(endedIn, cause)({
          type: 'ConfirmUnconfirmedPapersDestroyed',
          ...{ endedIn, papers },
        }),
    )
