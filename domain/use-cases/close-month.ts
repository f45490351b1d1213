import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/aggregate'
import type { LapseBorrower } from '../borrower/commands/lapse'
import type { MarkSeen } from '../borrower/commands/mark-seen'
import type { BorrowerRefusal } from '../borrower/refusal'
import { monthAggregate } from '../calendar/month/aggregate'
import { lapseInactive } from '../closing/lapse-inactive'
import { markSeen } from '../closing/mark-seen'
import type { LogName } from '../event/stream'
import { handle } from '../command-handling/handle'
import type { HandlingError } from '../command-handling/handling-error'
import type { Month } from '../values/month'
import { obstaclesOf } from '../policy/holdings'
import { atGate } from './at-gate'
import { refusedAt, type ClosingError, type ClosingLibrary } from './closing-error'

type Step = (month: Month) => TE.TaskEither<ClosingError, void>

/** Counts the month's loans while they can still be read. */
export const countLoans =
  ({ desk, closing }: ClosingLibrary): Step =>
  (month) =>
    pipe(
      closing.loansIn(month),
      TE.chainW((loans) => handle(desk)(monthAggregate('circulation'))(month)({ type: 'CountMonth', month, loans })),
      TE.mapLeft(refusedAt('countLoans')),
      TE.map(() => undefined),
    )

/** In random order: the order of *persons* must not tell who was here when. */
const eachInTurn =
  ({ desk }: ClosingLibrary, step: 'markSeen' | 'lapseInactive') =>
  <C>(done: (command: C) => TE.TaskEither<HandlingError<BorrowerRefusal>, unknown>) =>
  (commands: ReadonlyArray<C>): TE.TaskEither<ClosingError, void> =>
    pipe(
      desk.random.shuffled(commands),
      TE.traverseSeqArray(done),
      TE.mapLeft(refusedAt(step)),
      TE.map(() => undefined),
    )

const toBorrower =
  ({ desk, policy }: ClosingLibrary) =>
  (command: MarkSeen | LapseBorrower): TE.TaskEither<HandlingError<BorrowerRefusal>, unknown> =>
    handle(desk)(borrowerAggregate(policy))(command.borrower)(command)

/** Looked up again at the gate: whoever borrows while the month closes, or has asked for erasure, does not lapse. */
const lapseAtGate = (library: ClosingLibrary) => (command: LapseBorrower) =>
  pipe(
    library.lookUp.standing(command.borrower),
    TE.bindTo('standing'),
    TE.bindW('holdings', () => library.lookUp.holdings(command.borrower)),
    TE.chainW(({ standing, holdings }) =>
      standing === undefined || obstaclesOf(holdings).length > 0
        ? TE.right(undefined)
        : toBorrower(library)({ ...command, holdings }),
    ),
    atGate(library)(command.borrower),
  )

/** Writes down, for each borrower who was active in the month, that they were seen in its half-year. */
export const markBorrowersSeen =
  (library: ClosingLibrary): Step =>
  (month) =>
    pipe(
      library.closing.borrowersIn(month),
      TE.map(markSeen(month)),
      TE.chainW(eachInTurn(library, 'markSeen')(toBorrower(library))),
    )

/** Ends the registration of everybody inactive for two years who holds and owes nothing. */
export const lapseBorrowers =
  (library: ClosingLibrary): Step =>
  (month) =>
    pipe(
      library.closing.borrowersIn(month),
      TE.map(lapseInactive(library.policy)(month)),
      TE.chainW(eachInTurn(library, 'lapseInactive')(lapseAtGate(library))),
    )

const closeIn =
  ({ desk, closing }: ClosingLibrary, log: LogName): Step =>
  (month) =>
    pipe(
      closing.lastMonthClosed(log),
      TE.chainW((lastClosed) => handle(desk)(monthAggregate(log))(month)({ type: 'CloseMonth', month, lastClosed })),
      TE.mapLeft(refusedAt('closeMonth')),
      TE.map(() => undefined),
    )

/** Closes the month in each log. */
export const closeMonth =
  (library: ClosingLibrary): Step =>
  (month) =>
    pipe(
      closeIn(library, 'circulation')(month),
      TE.chain(() => closeIn(library, 'persons')(month)),
    )
