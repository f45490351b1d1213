import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { dayAggregate } from '../calendar/day/day-aggregate'
import { followUpsToBillLostCopies } from '../closing/follow-ups-to-bill-lost-copies'
import { followUpsToEndParallelReservations } from '../closing/follow-ups-to-end-parallel-reservations'
import { followUpsToEndReservationsOfDeceased } from '../closing/follow-ups-to-end-reservations-of-deceased'
import { followUpsToExpireReservations } from '../closing/follow-ups-to-expire-reservations'
import {
  branchesGoneOn,
  followUpsToMoveReservationsOfClosedBranches,
} from '../closing/follow-ups-to-move-reservations-of-closed-branches'
import { followUpsToReleaseExpiredSetAsides } from '../closing/follow-ups-to-release-expired-set-asides'
import { followUpsToWriteOffClaimedLoans } from '../closing/follow-ups-to-write-off-claimed-loans'
import { followUpsToWriteOffLapsedDebts } from '../closing/follow-ups-to-write-off-lapsed-debts'
import { closingStepsOfDay, type DayClosingStep } from '../closing/day-closing-steps'
import { handleCommand } from '../command-handling/handle-command'
import type { InfrastructureError } from '../command-handling/command-error'
import { addDays, type Day } from '../values/day'
import type { CopyId } from '../values/ids'
import { monthOf } from '../values/month'
import type { FollowUp } from '../reactions/follow-up'
import { withLockOfCopyBorrower } from './with-lock-of-copy-borrower'
import { skipUnreadablePeriod, skipUnreadableClosingStep } from './closings-despite-damage'
import { handleFollowUp } from './handle-follow-up'
import { countMessagesOfMonth } from './count-messages-of-month'
import { countUnconfirmedGuardianPapers } from './count-unconfirmed-guardian-papers'
import { countVisitors } from './count-visitors'
import { countMonth } from './count-month'
import {
  announceErasures,
  closeMonthInBothLogs,
  endAbsencePeriods,
  endGuardianships,
  lapseBorrowersAtMonthClosing,
  markBorrowersSeen,
  writeLoanHistories,
  writeViews,
} from './close-month'
import { writeMessagesAndAccessesOfDay } from './make-messages-of-day'
import { skipWhenRefusedOrUnreadable } from './skip-when-refused-or-unreadable'
import { serveWaitingBorrowers } from './serve-waiting-borrowers'
import { writeServerLogOfDay } from './write-server-log-of-day'
import { toDayClosingError, type DayClosingError, type DayClosingDependencies } from './day-closing-error'

const handleClosingFollowUp =
  (dependencies: DayClosingDependencies) =>
  (followUp: FollowUp): TE.TaskEither<InfrastructureError, unknown> => {
    const handled = handleFollowUp(dependencies)(undefined)(followUp)
    return pipe(
      followUp.aggregate === 'copy' ? withLockOfCopyBorrower(dependencies)(followUp.id as CopyId)(handled) : handled,
      TE.orElse(skipWhenRefusedOrUnreadable),
    )
  }

const handleClosingFollowUps =
  (dependencies: DayClosingDependencies) =>
  (followUps: ReadonlyArray<FollowUp>): TE.TaskEither<InfrastructureError, void> =>
    pipe(
      dependencies.commandHandling.random.shuffle(followUps),
      TE.traverseSeqArray(handleClosingFollowUp(dependencies)),
      TE.map(() => undefined),
    )

const appendDayClosed =
  ({ commandHandling, closingQueries }: DayClosingDependencies) =>
  (day: Day): TE.TaskEither<DayClosingError, void> =>
    pipe(
      closingQueries.lastDayClosed,
      TE.chainW(skipUnreadablePeriod(commandHandling)(dayAggregate)(addDays(-1)(day))),
      TE.chainW((lastClosed) =>
        handleCommand(commandHandling)(dayAggregate)(day)({ type: 'CloseDay', day, lastClosed }),
      ),
      skipUnreadableClosingStep,
      TE.mapLeft(toDayClosingError('closeDay')),
    )

/** Reads the reservations only on a day after which some branch is no longer there. */
const leaveClosedBranches =
  (dependencies: DayClosingDependencies) =>
  (day: Day): TE.TaskEither<DayClosingError, void> => {
    const nextDay = addDays(1)(day)
    const policy = dependencies.policy(nextDay)
    const branches = branchesGoneOn(policy)(nextDay)
    if (branches.length === 0) return TE.right(undefined)
    return pipe(
      dependencies.closingQueries.reservationsAt(branches),
      TE.map(followUpsToMoveReservationsOfClosedBranches(policy)(day)),
      TE.chainW(handleClosingFollowUps(dependencies)),
    )
  }

/**
 * One random order for all that ends with the day: it must not tell which reservations belong to borrowers who have died,
 * or were parallel.
 */
const expireReservations =
  (dependencies: DayClosingDependencies) =>
  (day: Day): TE.TaskEither<DayClosingError, void> =>
    pipe(
      TE.Do,
      TE.bind('active', () => dependencies.closingQueries.reservationsEndingBy(day)),
      TE.bind('ofDeceased', () => dependencies.closingQueries.reservationsOfDeceased),
      TE.bind('parallel', () => dependencies.closingQueries.parallelReservationsToEnd),
      TE.map(({ active, ofDeceased, parallel }) => [
        ...followUpsToExpireReservations(day)(active),
        ...followUpsToEndReservationsOfDeceased(ofDeceased),
        ...followUpsToEndParallelReservations(parallel),
      ]),
      TE.chainW(handleClosingFollowUps(dependencies)),
    )

const runStep =
  (dependencies: DayClosingDependencies, day: Day) =>
  (step: DayClosingStep): TE.TaskEither<DayClosingError, void> => {
    switch (step) {
      case 'billLostCopies':
        return pipe(
          dependencies.closingQueries.loansToBill(day),
          TE.chainW((loans) =>
            handleClosingFollowUps(dependencies)(followUpsToBillLostCopies(dependencies.policy(day))(day)(loans)),
          ),
        )
      case 'writeOffClaimedLoans':
        return pipe(
          dependencies.closingQueries.claimsEndingBy(day),
          TE.chainW((loans) => handleClosingFollowUps(dependencies)(followUpsToWriteOffClaimedLoans(day)(loans))),
        )
      case 'writeOffLapsedDebts':
        return pipe(
          dependencies.closingQueries.feesOwedUntil(day),
          TE.chainW((fees) => handleClosingFollowUps(dependencies)(followUpsToWriteOffLapsedDebts(day)(fees))),
        )
      case 'expireReservations':
        return expireReservations(dependencies)(day)
      case 'releaseSetAsides':
        return pipe(
          dependencies.closingQueries.setAsidesEndingBy(day),
          TE.chainW((reserved) =>
            handleClosingFollowUps(dependencies)(followUpsToReleaseExpiredSetAsides(day)(reserved)),
          ),
        )
      case 'serveReservations':
        return pipe(
          dependencies.closingQueries.titlesToServe,
          TE.map(dependencies.commandHandling.random.shuffle),
          TE.chainW(TE.traverseSeqArray(serveWaitingBorrowers(dependencies))),
          TE.map(() => undefined),
        )
      case 'makeMessages':
        return writeMessagesAndAccessesOfDay(dependencies, handleClosingFollowUp(dependencies))(day)
      case 'writeServerLog':
        return writeServerLogOfDay(dependencies)(day)
      case 'leaveClosedBranches':
        return leaveClosedBranches(dependencies)(day)
      case 'countMonth':
        return countMonth(dependencies)(monthOf(day))
      case 'markSeen':
        return markBorrowersSeen(dependencies)(monthOf(day))
      case 'writeHistories':
        return writeLoanHistories(dependencies)(monthOf(day))
      case 'endAbsences':
        return endAbsencePeriods(dependencies)(monthOf(day))
      case 'endGuardianships':
        return endGuardianships(dependencies)(monthOf(day))
      case 'countGuardianPapers':
        return countUnconfirmedGuardianPapers(dependencies)(monthOf(day))
      case 'countVisitors':
        return countVisitors(dependencies)(monthOf(day))
      case 'announceErasures':
        return announceErasures(dependencies)(monthOf(day))
      case 'countMessages':
        return countMessagesOfMonth(dependencies)(monthOf(day))
      case 'writeViews':
        return writeViews(dependencies)(monthOf(day))
      case 'lapseInactive':
        return lapseBorrowersAtMonthClosing(dependencies)(monthOf(day))
      case 'closeMonth':
        return closeMonthInBothLogs(dependencies)(monthOf(day))
      case 'closeDay':
        return appendDayClosed(dependencies)(day)
    }
  }

/**
 * Closes a day, step by step. Before each step, and after the last, all reactions have run. Run again after a crash, it
 * repeats nothing.
 */
export const closeDay =
  (dependencies: DayClosingDependencies) =>
  (day: Day): TE.TaskEither<DayClosingError, void> =>
    pipe(
      closingStepsOfDay(day),
      TE.traverseSeqArray((step) =>
        pipe(
          dependencies.waitForReactions,
          TE.chainW(() => runStep(dependencies, day)(step)),
        ),
      ),
      TE.chainW(() => dependencies.waitForReactions),
    )
