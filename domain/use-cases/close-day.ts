import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { dayAggregate } from '../calendar/day/aggregate'
import { billLostCopies } from '../closing/bill-lost-copies'
import { expireReservations } from '../closing/expire-reservations'
import { stepsOf, type ClosingStep } from '../closing/order'
import { handle } from '../command-handling/handle'
import type { HandlingError, Trouble } from '../command-handling/handling-error'
import type { Day } from '../values/day'
import type { CopyId } from '../values/ids'
import { monthOf } from '../values/month'
import type { FollowUp } from '../reactions/follow-up'
import { atGateOfBorrower } from './borrower-of-copy'
import { carryOut } from './carry-out'
import { closeMonth, countLoans, lapseBorrowers, markBorrowersSeen } from './close-month'
import { refusedAt, type ClosingError, type ClosingLibrary } from './closing-error'

/** What a closing asks of a copy or a title may have been overtaken; then it is passed over. */
const overtakenIsDone = (error: HandlingError<unknown>): TE.TaskEither<Trouble, unknown> =>
  error._tag === 'Refused' || error._tag === 'ScopeEnded' ? TE.right(undefined) : TE.left(error)

const carryOutOne =
  (library: ClosingLibrary) =>
  (follow: FollowUp): TE.TaskEither<Trouble, unknown> => {
    const done = pipe(carryOut(library)(undefined)(follow), TE.orElse(overtakenIsDone))
    return follow.aggregate === 'copy' ? atGateOfBorrower(library)(follow.id as CopyId)(done) : done
  }

const carryOutAll =
  (library: ClosingLibrary) =>
  (follows: ReadonlyArray<FollowUp>): TE.TaskEither<Trouble, void> =>
    pipe(
      library.desk.random.shuffled(follows),
      TE.traverseSeqArray(carryOutOne(library)),
      TE.map(() => undefined),
    )

const close =
  ({ desk, closing }: ClosingLibrary) =>
  (day: Day): TE.TaskEither<ClosingError, void> =>
    pipe(
      closing.lastDayClosed,
      TE.chainW((lastClosed) => handle(desk)(dayAggregate)(day)({ type: 'CloseDay', day, lastClosed })),
      TE.mapLeft(refusedAt('closeDay')),
      TE.map(() => undefined),
    )

const stepWith =
  (library: ClosingLibrary, day: Day) =>
  (step: ClosingStep): TE.TaskEither<ClosingError, void> => {
    switch (step) {
      case 'billLostCopies':
        return pipe(
          library.closing.loansToBill(day),
          TE.chainW((loans) => carryOutAll(library)(billLostCopies(library.policy)(day)(loans))),
        )
      case 'expireReservations':
        return pipe(
          library.closing.reservationsEndingBy(day),
          TE.chainW((running) => carryOutAll(library)(expireReservations(day)(running))),
        )
      case 'countLoans':
        return countLoans(library)(monthOf(day))
      case 'markSeen':
        return markBorrowersSeen(library)(monthOf(day))
      case 'lapseInactive':
        return lapseBorrowers(library)(monthOf(day))
      case 'closeMonth':
        return closeMonth(library)(monthOf(day))
      case 'closeDay':
        return close(library)(day)
    }
  }

/**
 * Closes a day, step by step, each with all that follows from it done before the next begins. Done again after a
 * crash it does nothing twice.
 */
export const closeDay =
  (library: ClosingLibrary) =>
  (day: Day): TE.TaskEither<ClosingError, void> =>
    pipe(
      stepsOf(day),
      TE.traverseSeqArray((step) =>
        pipe(
          library.reactionsDone,
          TE.chainW(() => stepWith(library, day)(step)),
        ),
      ),
      TE.chainW(() => library.reactionsDone),
    )
