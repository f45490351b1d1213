import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import type { LedgerImportError } from './ledger-import-error'
import type { Ledger } from './reading/read-ledger'
import type { LedgerReplayOptions, ImportProgressListener } from './ledger-replay-options'
import { startOrResumeLedgerImport } from './replay/start-or-resume-ledger-import'
import { replayLedger } from './replay/replay-ledger'
import { retryLedgerImportStep } from './replay/retry-ledger-import-step'
import type { RunningImport } from './replay/running-import'
import { summariseLedgerImport } from './report/summarise-ledger-import'
import type { ImportSummary } from './report/import-summary'

/** The result of an import. */
export type LedgerImportResult =
  | { readonly _tag: 'Imported'; readonly summary: ImportSummary }
  /** The same file was imported before. Nothing was changed. */
  | { readonly _tag: 'ImportedAlready'; readonly loans: number; readonly rejects: number }

const reportResumed = (
  { counters, loansBefore, ledger }: RunningImport,
  { resumed: report }: ImportProgressListener,
): void => report?.(counters.since, loansBefore, ledger.loans.length)

const replayAndSummarise = (
  runningImport: RunningImport,
  resumed: boolean,
  progress: ImportProgressListener,
  machine: MonotonicClock,
): TE.TaskEither<LedgerImportError, LedgerImportResult> => {
  const startedAt = machine.elapsed()
  if (resumed) reportResumed(runningImport, progress)
  return pipe(
    replayLedger(runningImport, progress, machine),
    TE.chainTaskK(() => async () => ({
      _tag: 'Imported' as const,
      summary: await summariseLedgerImport(runningImport, resumed, startedAt, machine),
    })),
  )
}

/**
 * Imports a ledger into a library with a simulated clock. Each day is replayed and closed, and the data due on it is
 * erased. Days continue after the last row until nothing is due and every inactive borrower is erased. An interrupted
 * import continues when it is run again with the same file, mapping and options.
 */
export const importLoans =
  (library: RunningLibrary, machine: MonotonicClock) =>
  (
    ledger: Ledger,
    options: LedgerReplayOptions,
    progress: ImportProgressListener,
  ): TE.TaskEither<LedgerImportError, LedgerImportResult> =>
    pipe(
      startOrResumeLedgerImport(library, ledger, options),
      retryLedgerImportStep({ library, waits: options.waits, onTrouble: progress.onTrouble }),
      TE.chain((beginning): TE.TaskEither<LedgerImportError, LedgerImportResult> => {
        if (beginning._tag === 'Begun')
          return replayAndSummarise(beginning.running, beginning.resumed, progress, machine)
        const { loans, rejects } = beginning.earlierImport
        return TE.right({ _tag: 'ImportedAlready', loans: loans ?? 0, rejects: rejects ?? 0 })
      }),
    )
