import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CaseIsUnknown, CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import type { CommandRefused } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import type { OfflineCaseId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import type { CommandMetadata } from './command-metadata'
import { retryOnConflict } from './retry-on-conflict'
import type { UseCaseDependencies } from './use-case-dependencies'
import { runUseCaseWithIds } from './run-use-case-with-ids'

const caseIsUnknown: CommandRefused<CaseIsUnknown> = { _tag: 'Refused', refusal: { _tag: 'CaseIsUnknown' } }

/** Resolves a case of an offline machine, once. A repeat answers as the first run did. */
export const resolveCase =
  (dependencies: UseCaseDependencies) =>
  (id: OfflineCaseId, metadata: CommandMetadata): UseCaseResult<CopyRefusal, CopyEvent> =>
    pipe(
      dependencies.decisionQueries.offlineCase(id),
      TE.chainW((found): UseCaseResult<CopyRefusal, CopyEvent> => {
        if (found === undefined) return TE.left(caseIsUnknown)
        const { copy } = found
        const aggregate = copyAggregate(dependencies.policy)
        return runUseCaseWithIds(dependencies)(metadata, () => streamAddressOfAggregate(aggregate)(copy))(({ cause }) =>
          retryOnConflict(
            handleCommand(dependencies.commandHandling)(aggregate)(copy, cause)({ type: 'ResolveCase', ...found }),
          ),
        )
      }),
      dependencies.namedLock(`case ${id}`),
    )
