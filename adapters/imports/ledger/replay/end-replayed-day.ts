import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { addDays, type Day } from '../../../../domain/values/day'
import { feesTable, type FeeRow } from '../../../../projections/fees/fee-tables'
import type { LedgerImportError } from '../ledger-import-error'
import type { ImportProgressListener } from '../ledger-replay-options'
import type { DurableImportDayReporter } from './durable-import-day-reporter'
import type { RetryImportStep } from './retry-ledger-import-step'
import { toImportInterrupted } from './to-import-interrupted'
import type { RunningImport } from './running-import'

const addFee = (counters: { readonly count: number; readonly amount: number }, fee: FeeRow) => ({
  count: counters.count + 1,
  amount: counters.amount + fee.amount,
})

/** Counts the fees levied on a day, at its midnight: all of them exist then, and none is erased. */
const countFeesLevied = ({ library, counters }: RunningImport, day: Day): void => {
  for (const fee of library.rows.find(feesTable, { where: { leviedOn: day } })) {
    if (fee.kind === 'lateness') counters.fees = addFee(counters.fees, fee)
    else counters.bills = addFee(counters.bills, fee)
  }
}

/** An import that is running, and its progress. */
interface ImportWithProgress extends Pick<ImportProgressListener, 'onMidnight'> {
  readonly runningImport: RunningImport
  /** Repeats a step after trouble that may pass. */
  readonly retry: RetryImportStep
  readonly durable: DurableImportDayReporter
}

const checkAtMidnight =
  ({ runningImport, durable, onMidnight }: ImportWithProgress, day: Day): TE.TaskEither<LedgerImportError, void> =>
  async () => {
    const { library, counters, loansBefore } = runningImport
    countFeesLevied(runningImport, day)
    const { overdue } = await library.retention.status()
    if (overdue > 0) counters.midnightsWithOverdue += 1
    counters.days += 1
    await onMidnight?.(day)
    return pipe(
      durable.endDay(day, loansBefore + counters.loans),
      TE.mapLeft(toImportInterrupted('move the clock', day)),
    )()
  }

/** Ends a day: moves the clock on, closes the day, erases the data due on it, and counts it if any is overdue. */
export const endReplayedDay =
  (reported: ImportWithProgress) =>
  (day: Day): TE.TaskEither<LedgerImportError, void> =>
    pipe(
      reported.runningImport.library.clock.replayTo(addDays(1)(day), () => undefined),
      TE.mapLeft(toImportInterrupted('move the clock', day)),
      reported.retry,
      TE.chain(() => checkAtMidnight(reported, day)),
    )
