import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import { isPassingTag, retryAfterWaits, type RetryRules } from '../../../system/concurrency/retry-after-waits'
import type { ImportError } from '../import-error'

/** What a repeated step needs. */
interface RetryDependencies extends Omit<RetryRules<ImportError>, 'mayPass'> {
  readonly library: Pick<RunningLibrary, 'flush'>
}

/** Repeats a step of an import. */
export type RetryStep = <A>(step: TaskEither<ImportError, A>) => TaskEither<ImportError, A>

/**
 * Repeats a step of an import after trouble that may pass. A library that cannot write any more (written in bulk, on a
 * full disk) is given up at once: only opening it again helps.
 */
export const retryAfterTrouble = ({ library, ...rules }: RetryDependencies): RetryStep =>
  retryAfterWaits({
    ...rules,
    mayPass: (error) => async () =>
      error._tag === 'ImportInterrupted' && isPassingTag(error.errorTag) && E.isRight(await library.flush()),
  })
