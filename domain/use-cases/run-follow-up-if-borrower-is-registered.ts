import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { BorrowerId } from '../values/ids'
import type { StoreUnavailable } from '../ports/event-store'
import type { FollowUp } from '../reactions/follow-up'
import type { UseCaseDependencies } from './use-case-dependencies'

/** The borrower for whom a command makes a fee, a reservation or a set-aside; undefined when it makes none. */
const borrowerOfFollowUp = ({ command }: FollowUp): BorrowerId | undefined =>
  'borrower' in command ? command.borrower : undefined

/** What the check of a registration needs. */
export interface IfBorrowerIsRegisteredDependencies {
  readonly borrowerLock: UseCaseDependencies['borrowerLock']
  readonly decisionQueries: Pick<UseCaseDependencies['decisionQueries'], 'standing' | 'isReservationPaused'>
}

/** Whether a copy of a parallel title was reserved since the follow-up was decided. Only a command that reserves a copy asks. */
const isPausedMeanwhile = (
  { decisionQueries }: IfBorrowerIsRegisteredDependencies,
  { command }: FollowUp,
): TE.TaskEither<EventReadError, boolean> =>
  command.type === 'SetAside' || command.type === 'PutOnPullList'
    ? decisionQueries.isReservationPaused(command.reservation)
    : TE.right(false)

/**
 * Runs the task of a follow-up, unless the follow-up makes something for a borrower who is about to be erased: that
 * would outlive the borrower. Nor is a copy reserved while a copy of a parallel title is. The checks run under that borrower's lock. `lockedBorrower` is the borrower whose lock is
 * already held. No deadlock: only one reactor sets copies aside for borrowers other than the event's, one event at a
 * time.
 */
export const runFollowUpIfBorrowerIsRegistered =
  (dependencies: IfBorrowerIsRegisteredDependencies, lockedBorrower: BorrowerId | undefined) =>
  <E, A>(
    followUp: FollowUp,
    task: TE.TaskEither<E, A>,
  ): TE.TaskEither<E | EventReadError | StoreUnavailable, A | undefined> => {
    const borrower = borrowerOfFollowUp(followUp)
    if (borrower === undefined) return task
    const taskIfRegistered: TE.TaskEither<E | EventReadError, A | undefined> = pipe(
      dependencies.decisionQueries.standing(borrower),
      TE.chainW((standing) => (standing === undefined ? TE.right(true) : isPausedMeanwhile(dependencies, followUp))),
      TE.chainW((isSkipped) => (isSkipped ? TE.right(undefined) : task)),
    )
    return borrower === lockedBorrower ? taskIfRegistered : dependencies.borrowerLock(borrower)(taskIfRegistered)
  }
