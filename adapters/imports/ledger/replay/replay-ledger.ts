import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { daysBetween, type Day } from '../../../../domain/values/day'
import { monthOf } from '../../../../domain/values/month'
import type { MachineClock } from '../../../../domain/ports/clocks'
import type { ImportError } from '../import-error'
import type { ImportProgress } from '../replay-options'
import { durableProgress } from './durable-progress'
import { replayDay } from './replay-day'
import { finishImport } from './start-and-finish-import'
import { advanceToNextDay } from './advance-to-next-day'
import { repeatAfterTrouble } from './repeat-after-trouble'
import { toImportInterrupted } from './to-import-interrupted'
import { payDueFees } from './pay-due-fees'
import { registerBorrowersOfMonth } from './register-borrowers-of-month'
import type { RunningImport } from './running-import'
import { hasRemainingBorrowers, daysAfterLastBorrower, lastDayToWaitForBorrowers } from './remaining-borrowers'

const nothingToDo: TE.TaskEither<ImportError, unknown> = TE.right(undefined)

/** Replays the rows of a day. After the last row it finishes the import, and with that the key its ids are derived from. */
const replayRows = (
  runningImport: RunningImport,
  isFirstOfMonth: boolean,
  day: Day,
): TE.TaskEither<ImportError, unknown> =>
  pipe(
    isFirstOfMonth ? registerBorrowersOfMonth(runningImport)(day) : nothingToDo,
    TE.chain(() => replayDay(runningImport)(day)),
    TE.chain(() =>
      day === runningImport.plan.last
        ? repeatAfterTrouble(runningImport.options.pausesMs)(finishImport(runningImport)(day))
        : nothingToDo,
    ),
  )

const replayToday = (
  runningImport: RunningImport,
  isFirstOfMonth: boolean,
  day: Day,
): TE.TaskEither<ImportError, unknown> =>
  pipe(
    payDueFees(runningImport)(day),
    repeatAfterTrouble(runningImport.options.pausesMs),
    TE.chain(() =>
      runningImport.allRowsReplayed || day > runningImport.plan.last
        ? nothingToDo
        : replayRows(runningImport, isFirstOfMonth, day),
    ),
  )

/** Replays the ledger day by day, beginning today, and continues after the last row until nothing is due. */
export const replayLedger =
  (runningImport: RunningImport, progress: ImportProgress, machine: MachineClock): TE.TaskEither<ImportError, void> =>
  async () => {
    const { library, plan, ledger } = runningImport
    const { last } = plan
    const durable = durableProgress(library, machine, progress.day, ledger.loans.length)
    const advance = advanceToNextDay({ runningImport, durable, ...progress })
    let month = ''
    let noBorrowersSince: Day | undefined
    for (;;) {
      const today = library.useCaseDependencies.commandHandling.clock.today()
      if (today > last) {
        if (hasRemainingBorrowers(last)(library.rows)) noBorrowersSince = undefined
        else noBorrowersSince ??= today
        const nothingFallsDue =
          noBorrowersSince !== undefined && daysBetween(noBorrowersSince)(today) >= daysAfterLastBorrower
        if (nothingFallsDue || today > lastDayToWaitForBorrowers(last))
          return pipe(durable.flush, TE.mapLeft(toImportInterrupted('finish', today)))()
      }
      const replayed = await replayToday(runningImport, monthOf(today) !== month, today)()
      if (E.isLeft(replayed)) return replayed
      month = monthOf(today)
      const advanced = await advance(today)()
      if (E.isLeft(advanced)) return advanced
    }
  }
