import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { monthAggregate } from '../../../../domain/calendar/month/month-aggregate'
import { isUnreadableError } from '../../../../domain/command-handling/event-damage'
import { loadAggregate } from '../../../../domain/command-handling/load-aggregate'
import { changeCopy } from '../../../../domain/use-cases/change-copy'
import { recordLoan } from '../../../../domain/use-cases/record-loan'
import { returnCopy } from '../../../../domain/use-cases/return-copy'
import type { Day } from '../../../../domain/values/day'
import { noonOf } from '../../../../domain/values/instant'
import { monthOf } from '../../../../domain/values/month'
import type { LedgerImportError } from '../ledger-import-error'
import type {
  CopyToAcquireInImport,
  PlannedReplayDay,
  LoanInReplayPlan,
  ReturnInReplayPlan,
} from '../planning/replay-plan'
import { runConcurrently } from '../../../system/concurrency/run-concurrently'
import { toImportInterrupted } from './to-import-interrupted'
import { importedOrigin, type RunningImport } from './running-import'

type ReplayCommand<A> = (
  runningImport: RunningImport,
  day: Day,
) => (planned: A) => TE.TaskEither<LedgerImportError, unknown>

const acquirePlannedCopy: ReplayCommand<CopyToAcquireInImport> =
  ({ library, scope, options }, day) =>
  ({ copy, title, name, author }) =>
    pipe(
      changeCopy(library.useCaseDependencies)(copy, {
        at: noonOf(day),
        origin: importedOrigin({ scope }, `acquire ${copy}`, day),
      })({
        type: 'Acquire',
        copy,
        title,
        name,
        author,
        branch: options.branch,
        group: 'standard',
        ageLimit: null,
        price: options.price,
      }),
      TE.mapLeft(toImportInterrupted('acquire', day)),
    )

const lendPlannedLoan: ReplayCommand<LoanInReplayPlan> =
  ({ library, scope, options, borrowers, counters }, day) =>
  ({ row, copy, borrower: key }) => {
    const borrower = borrowers.get(key)
    counters.loans += 1
    return borrower === undefined
      ? TE.left(toImportInterrupted('lend', day, row)({ _tag: 'BorrowerIsUnknown' }))
      : pipe(
          recordLoan(library.useCaseDependencies)({
            copy,
            borrower,
            branch: options.branch,
            at: noonOf(day),
            origin: importedOrigin({ scope }, `lend ${String(row)}`, day),
          }),
          TE.mapLeft(toImportInterrupted('lend', day, row)),
        )
  }

const returnPlannedCopy: ReplayCommand<ReturnInReplayPlan> =
  ({ library, scope, options }, day) =>
  ({ row, copy }) =>
    pipe(
      returnCopy(library.useCaseDependencies)({
        copy,
        branch: options.branch,
        at: noonOf(day),
        origin: importedOrigin({ scope }, `return ${String(row)}`, day),
      }),
      TE.mapLeft(toImportInterrupted('return', day, row)),
    )

const replayAll = <A>(
  runningImport: RunningImport,
  day: Day,
  replayCommand: ReplayCommand<A>,
  planned: ReadonlyArray<A>,
) => {
  runningImport.counters.commands += planned.length
  return runConcurrently(runningImport.options.concurrency)(replayCommand(runningImport, day))(planned)
}

/** Opens the month once, so that concurrent loans do not each create a key for it. */
const openMonth = (
  { library }: RunningImport,
  day: Day,
  { loans }: PlannedReplayDay,
): TE.TaskEither<LedgerImportError, unknown> =>
  loans.length === 0
    ? TE.right(undefined)
    : pipe(
        library.useCaseDependencies.calendarScopes.statisticsScopeOf(monthOf(day)),
        TE.mapLeft(toImportInterrupted('lend', day)),
      )

/** Replays the rows of a day in the order of the plan. Within a step each copy occurs once, so its commands run concurrently. */
const replayPlannedRows = (
  runningImport: RunningImport,
  day: Day,
  planned: PlannedReplayDay,
): TE.TaskEither<LedgerImportError, void> =>
  pipe(
    replayAll(runningImport, day, returnPlannedCopy, planned.returnsOfEarlierLoans),
    TE.chain(() => replayAll(runningImport, day, acquirePlannedCopy, planned.acquisitions)),
    TE.chain(() => openMonth(runningImport, day, planned)),
    TE.chain(() => replayAll(runningImport, day, lendPlannedLoan, planned.loans)),
    TE.chain(() => replayAll(runningImport, day, returnPlannedCopy, planned.returnsOfTheDay)),
  )

/** The closing of the last day of a month counts it, after the rows of that day. A month that cannot be read is not taken as counted. */
const isMonthCounted = ({ library }: RunningImport, day: Day): TE.TaskEither<LedgerImportError, boolean> =>
  pipe(
    loadAggregate(library.useCaseDependencies.commandHandling)(monthAggregate('circulation'))(monthOf(day)),
    TE.map(({ state }) => state._tag === 'Counted' || state._tag === 'Closed'),
    TE.orElse((error) => (isUnreadableError(error) ? TE.right(false) : TE.left(error))),
    TE.mapLeft(toImportInterrupted('move the clock', day)),
  )

/**
 * Replays the rows of a day. A repeated replay changes nothing. An import that was killed while it closed the last day of a
 * month begins with that day. When the month is counted already, the rows are not replayed: a command for a loan would open
 * the next month.
 */
export const replayDay =
  (runningImport: RunningImport) =>
  (day: Day): TE.TaskEither<LedgerImportError, void> => {
    const planned = runningImport.plan.planDay(day)
    if (planned === undefined) return TE.right(undefined)
    return pipe(
      isMonthCounted(runningImport, day),
      TE.chain((isCounted) => {
        if (!isCounted) return replayPlannedRows(runningImport, day, planned)
        runningImport.counters.loans += planned.loans.length
        return TE.right(undefined)
      }),
    )
  }
