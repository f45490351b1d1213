import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import { isTransientErrorTag, retryAfterWaits, type RetryRules } from '../../../system/concurrency/retry-after-waits'
import type { LedgerImportError } from '../ledger-import-error'

/** What a repeated step needs. */
interface RetryDependencies extends Omit<RetryRules<LedgerImportError>, 'mayPass'> {
  readonly library: Pick<RunningLibrary, 'flush'>
}

/** Repeats a step of an import. */
export type RetryImportStep = <A>(step: TaskEither<LedgerImportError, A>) => TaskEither<LedgerImportError, A>

/**
 * Repeats a step of an import after trouble that may pass. A library that cannot write any more (written in bulk, on a
 * full disk) is given up at once: only opening it again helps.
 */
export const retryLedgerImportStep = ({ library, ...rules }: RetryDependencies): RetryImportStep =>
  retryAfterWaits({
    ...rules,
    mayPass: (error) => async () =>
      error._tag === 'ImportInterrupted' && isTransientErrorTag(error.errorTag) && E.isRight(await library.flush()),
  })
