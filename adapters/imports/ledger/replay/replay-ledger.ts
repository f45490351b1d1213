import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { daysBetween, type Day } from '../../../../domain/values/day'
import { monthOf } from '../../../../domain/values/month'
import type { MonotonicClock } from '../../../../domain/ports/clocks'
import type { LedgerImportError } from '../ledger-import-error'
import type { ImportProgressListener } from '../ledger-replay-options'
import { createDurableProgressReporter } from './durable-import-day-reporter'
import { replayDay } from './replay-day'
import { finishImport } from './start-and-finish-ledger-import'
import { endReplayedDay } from './end-replayed-day'
import { retryLedgerImportStep } from './retry-ledger-import-step'
import { toImportInterrupted } from './to-import-interrupted'
import { payFeesDueInReplay } from './pay-fees-due-in-replay'
import { registerBorrowersOfLedgerMonth } from './register-borrowers-of-ledger-month'
import type { RunningImport } from './running-import'
import {
  isAnyLedgerBorrowerStillRegistered,
  daysUntilNothingIsDueAfterErasures,
  lastDayImportWaitsForInactiveBorrowers,
} from './remaining-ledger-borrowers'

const nothingToDo: TE.TaskEither<LedgerImportError, unknown> = TE.right(undefined)

/** Replays the rows of a day. After the last row it finishes the import, and with that the key its ids are derived from. */
const replayRows = (
  runningImport: RunningImport,
  isFirstOfMonth: boolean,
  day: Day,
): TE.TaskEither<LedgerImportError, unknown> =>
  pipe(
    isFirstOfMonth ? registerBorrowersOfLedgerMonth(runningImport)(day) : nothingToDo,
    TE.chain(() => replayDay(runningImport)(day)),
    TE.chain(() => (day === runningImport.plan.last ? finishImport(runningImport)(day) : nothingToDo)),
  )

/** Replays a day anew from its start. What an earlier attempt counted does not count. */
const repeatableDay = (
  { counters }: RunningImport,
  replay: TE.TaskEither<LedgerImportError, unknown>,
): TE.TaskEither<LedgerImportError, unknown> => {
  const { commands, loans } = counters
  return () => {
    Object.assign(counters, { commands, loans })
    return replay()
  }
}

const replayToday = (
  runningImport: RunningImport,
  isFirstOfMonth: boolean,
  day: Day,
): TE.TaskEither<LedgerImportError, unknown> =>
  pipe(
    payFeesDueInReplay(runningImport)(day),
    TE.chain(() =>
      runningImport.allRowsReplayed || day > runningImport.plan.last
        ? nothingToDo
        : replayRows(runningImport, isFirstOfMonth, day),
    ),
  )

/** Replays the ledger day by day, beginning today, and continues after the last row until nothing is due. */
export const replayLedger =
  (
    runningImport: RunningImport,
    progress: ImportProgressListener,
    machine: MonotonicClock,
  ): TE.TaskEither<LedgerImportError, void> =>
  async () => {
    const { library, plan, ledger, options } = runningImport
    const { last } = plan
    const durable = createDurableProgressReporter(library, machine, progress.day, ledger.loans.length)
    const retry = retryLedgerImportStep({ library, waits: options.waits, onTrouble: progress.onTrouble })
    const advance = endReplayedDay({ runningImport, durable, retry, ...progress })
    let month = ''
    let noBorrowersSince: Day | undefined
    for (;;) {
      const today = library.useCaseDependencies.commandHandling.clock.today()
      if (today > last) {
        if (isAnyLedgerBorrowerStillRegistered(last)(library.rows)) noBorrowersSince = undefined
        else noBorrowersSince ??= today
        const nothingFallsDue =
          noBorrowersSince !== undefined && daysBetween(noBorrowersSince)(today) >= daysUntilNothingIsDueAfterErasures
        if (nothingFallsDue || today > lastDayImportWaitsForInactiveBorrowers(last))
          return pipe(durable.flush, TE.mapLeft(toImportInterrupted('finish', today)))()
      }
      const replayed = await retry(
        repeatableDay(runningImport, replayToday(runningImport, monthOf(today) !== month, today)),
      )()
      if (E.isLeft(replayed)) return replayed
      month = monthOf(today)
      const advanced = await advance(today)()
      if (E.isLeft(advanced)) return advanced
    }
  }
