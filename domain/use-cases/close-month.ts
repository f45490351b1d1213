import { pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/borrower-aggregate'
import { announceErasureCommandsOfMonth } from '../closing/announce-erasure-commands-of-month'
import type { EndAbsence } from '../borrower/commands/end-absence'
import type { EndGuardianship } from '../borrower/commands/end-guardianship'
import type { LapseBorrower } from '../borrower/commands/lapse-borrower'
import type { MarkSeen } from '../borrower/commands/mark-seen'
import type { WriteHistory } from '../borrower/commands/write-history'
import type { WriteView } from '../borrower/commands/write-view'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { BorrowerRefusal } from '../borrower/borrower-refusal'
import { monthAggregate } from '../calendar/month/month-aggregate'
import { endAbsenceCommandsOfMonth } from '../closing/end-absence-commands-of-month'
import { endGuardianshipCommandsOfMonth } from '../closing/end-guardianship-commands-of-month'
import { lapseCommandsOfDeceasedBorrowers } from '../closing/lapse-commands-of-deceased-borrowers'
import { lapseCommandsOfInactiveBorrowers } from '../closing/lapse-commands-of-inactive-borrowers'
import { markSeenCommandsOfActiveBorrowers } from '../closing/mark-seen-commands-of-active-borrowers'
import { historyCommandsOfMonth } from '../closing/history-commands-of-month'
import { writeViewCommandsOfMonth } from '../closing/write-view-commands-of-month'
import type { LogName } from '../event/stream'
import { handleCommand, type CommandResult } from '../command-handling/handle-command'
import type { CommandError } from '../command-handling/command-error'
import { addMonths, lastDayOfMonth, type Month } from '../values/month'
import { erasureObstaclesOf } from '../policy/borrower-obligations'
import { announceErasureUnderLock } from './announce-erasures'
import { skipUnreadablePeriod, skipUnreadableClosingStep } from './closings-despite-damage'
import { withBorrowerLock } from './with-borrower-lock'
import { toDayClosingError, type DayClosingError, type DayClosingDependencies } from './day-closing-error'

type MonthStep = (month: Month) => TE.TaskEither<DayClosingError, void>

/** Handles the commands in random order: the order of events in *persons* must not tell who used the library when. */
const forEachShuffled =
  (
    { commandHandling }: DayClosingDependencies,
    step:
      | 'markSeen'
      | 'writeHistories'
      | 'endAbsences'
      | 'endGuardianships'
      | 'announceErasures'
      | 'writeViews'
      | 'lapseInactive',
  ) =>
  <C>(handleOne: (command: C) => TE.TaskEither<CommandError<BorrowerRefusal>, unknown>) =>
  (commands: ReadonlyArray<C>): TE.TaskEither<DayClosingError, void> =>
    pipe(
      commandHandling.random.shuffle(commands),
      TE.traverseSeqArray((command) => skipUnreadableClosingStep(handleOne(command))),
      TE.mapLeft(toDayClosingError(step)),
      TE.map(() => undefined),
    )

const handleBorrowerCommand =
  ({ commandHandling, policy }: DayClosingDependencies) =>
  (
    command: MarkSeen | WriteHistory | WriteView | EndAbsence | EndGuardianship | LapseBorrower,
  ): TE.TaskEither<CommandError<BorrowerRefusal>, CommandResult<BorrowerEvent>> =>
    handleCommand(commandHandling)(borrowerAggregate(policy))(command.borrower)(command)

/** A borrower who is no longer registered is left out. */
const handleUnlessUnknown = (dependencies: DayClosingDependencies) => (command: WriteView) =>
  pipe(
    handleBorrowerCommand(dependencies)(command),
    TE.map((): unknown => undefined),
    TE.orElse((error) =>
      error._tag === 'Refused' && error.refusal._tag === 'BorrowerIsUnknown' ? TE.right(undefined) : TE.left(error),
    ),
  )

/**
 * Reads standing and obligations again under the lock: a borrower who has borrowed meanwhile, or asked for erasure,
 * does not lapse.
 */
const lapseUnderLock = (dependencies: DayClosingDependencies) => (command: LapseBorrower) =>
  pipe(
    dependencies.decisionQueries.standing(command.borrower),
    TE.bindTo('standing'),
    TE.bindW('obligations', () => dependencies.decisionQueries.obligations(command.borrower)),
    TE.chainW(({ standing, obligations }) =>
      standing === undefined || erasureObstaclesOf(obligations).length > 0
        ? TE.right(undefined)
        : handleBorrowerCommand(dependencies)({ ...command, obligations }),
    ),
    withBorrowerLock(dependencies)(command.borrower),
  )

/** Whoever lapses is told so, once, without the lock. */
const lapseAndTell = (dependencies: DayClosingDependencies) => (command: LapseBorrower) =>
  pipe(
    dependencies.prepareErasedMessage(command.borrower),
    TE.bindTo('tellBorrower'),
    TE.bindW('result', () => lapseUnderLock(dependencies)(command)),
    TE.chainFirstTaskK(({ result, tellBorrower }) =>
      result === undefined || result.events.length === 0 ? T.of(undefined) : tellBorrower,
    ),
  )

/** Records, for each borrower who was active in the month, that they were seen in its half-year. */
export const markBorrowersSeen =
  (dependencies: DayClosingDependencies): MonthStep =>
  (month) =>
    pipe(
      dependencies.closingQueries.borrowersIn(month),
      TE.map(markSeenCommandsOfActiveBorrowers(month)),
      TE.chainW(forEachShuffled(dependencies, 'markSeen')(handleBorrowerCommand(dependencies))),
    )

/** Writes the month into the history of each borrower who had consented before it, while its loans can still be opened. */
export const writeLoanHistories =
  (dependencies: DayClosingDependencies): MonthStep =>
  (month) =>
    pipe(
      dependencies.closingQueries.consentingBorrowers(month),
      TE.map(historyCommandsOfMonth(month)),
      TE.chainW(forEachShuffled(dependencies, 'writeHistories')(handleBorrowerCommand(dependencies))),
    )

/** Writes for each borrower who was looked at in the month in which roles and why, while the openings can be read. */
export const writeViews =
  (dependencies: DayClosingDependencies): MonthStep =>
  (month) =>
    pipe(
      dependencies.closingQueries.accessesIn(month),
      TE.map(writeViewCommandsOfMonth(dependencies.commandHandling.random.uuid, month)),
      TE.chainW(forEachShuffled(dependencies, 'writeViews')(handleUnlessUnknown(dependencies))),
    )

/** Records that the absence periods whose last day lies in the month, or before it, are over. */
export const endAbsencePeriods =
  (dependencies: DayClosingDependencies): MonthStep =>
  (month) =>
    pipe(
      dependencies.closingQueries.absencesEndingBy(lastDayOfMonth(month)),
      TE.map(endAbsenceCommandsOfMonth(month)),
      TE.chainW(forEachShuffled(dependencies, 'endAbsences')(handleBorrowerCommand(dependencies))),
    )

/** Ends the guardianship of each borrower who has come of age by the end of the month and owes no fee from before. */
export const endGuardianships =
  (dependencies: DayClosingDependencies): MonthStep =>
  (month) =>
    pipe(
      dependencies.closingQueries.guardianshipsEndingBy(lastDayOfMonth(month)),
      TE.map(endGuardianshipCommandsOfMonth(month)),
      TE.chainW(forEachShuffled(dependencies, 'endGuardianships')(handleBorrowerCommand(dependencies))),
    )

/** Announces to each borrower who will lapse soon that they will be erased, and writes to them. */
export const announceErasures =
  (dependencies: DayClosingDependencies): MonthStep =>
  (month) =>
    pipe(
      dependencies.closingQueries.borrowersIn(month),
      TE.map(announceErasureCommandsOfMonth(dependencies.policy(lastDayOfMonth(month)))(month)),
      TE.chainW(forEachShuffled(dependencies, 'announceErasures')(announceErasureUnderLock(dependencies))),
    )

/**
 * Ends the registration of each borrower to whom that was announced and who was not seen since, or who has died, and who
 * holds and owes nothing. One random order for both.
 */
export const lapseBorrowersAtMonthClosing =
  (dependencies: DayClosingDependencies): MonthStep =>
  (month) =>
    pipe(
      dependencies.closingQueries.borrowersIn(month),
      TE.map(lapseCommandsOfInactiveBorrowers(month)),
      TE.bindTo('inactive'),
      TE.bindW('deceased', () => dependencies.closingQueries.deceasedBorrowers),
      TE.map(({ inactive, deceased }) => [...inactive, ...lapseCommandsOfDeceasedBorrowers(month)(inactive)(deceased)]),
      TE.chainW(forEachShuffled(dependencies, 'lapseInactive')(lapseAndTell(dependencies))),
    )

const closeMonthIn =
  ({ commandHandling, closingQueries }: DayClosingDependencies, log: LogName): MonthStep =>
  (month) =>
    pipe(
      closingQueries.lastMonthClosed(log),
      TE.chainW(skipUnreadablePeriod(commandHandling)(monthAggregate(log))(addMonths(-1)(month))),
      TE.chainW((lastClosed) =>
        handleCommand(commandHandling)(monthAggregate(log))(month)({ type: 'CloseMonth', month, lastClosed }),
      ),
      skipUnreadableClosingStep,
      TE.mapLeft(toDayClosingError('closeMonth')),
    )

/** Closes the month in each log. */
export const closeMonthInBothLogs =
  (dependencies: DayClosingDependencies): MonthStep =>
  (month) =>
    pipe(
      closeMonthIn(dependencies, 'circulation')(month),
      TE.chain(() => closeMonthIn(dependencies, 'persons')(month)),
    )
