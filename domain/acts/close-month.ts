import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/aggregate'
import type { LapseBorrower } from '../borrower/commands/lapse'
import type { MarkSeen } from '../borrower/commands/mark-seen'
import { monthAggregate } from '../calendar/month/aggregate'
import { lapseInactive } from '../closing/lapse-inactive'
import { markSeen } from '../closing/mark-seen'
import type { LogName } from '../event/stream'
import { handle } from '../handling/handle'
import type { Month } from '../language/month'
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
const toBorrowers = (
  { desk, policy }: ClosingLibrary,
  step: 'markSeen' | 'lapseInactive',
  commands: ReadonlyArray<MarkSeen | LapseBorrower>,
): TE.TaskEither<ClosingError, void> =>
  pipe(
    desk.random.shuffled(commands),
    TE.traverseSeqArray((command) => handle(desk)(borrowerAggregate(policy))(command.borrower)(command)),
    TE.mapLeft(refusedAt(step)),
    TE.map(() => undefined),
  )

/** Writes down, for each borrower who was active in the month, that they were seen in its half-year. */
export const markBorrowersSeen =
  (library: ClosingLibrary): Step =>
  (month) =>
    pipe(
      library.closing.borrowersIn(month),
      TE.chainW((borrowers) => toBorrowers(library, 'markSeen', markSeen(month)(borrowers))),
    )

/** Ends the registration of everybody inactive for two years who holds and owes nothing. */
export const lapseBorrowers =
  (library: ClosingLibrary): Step =>
  (month) =>
    pipe(
      library.closing.borrowersIn(month),
      TE.chainW((borrowers) => toBorrowers(library, 'lapseInactive', lapseInactive(library.policy)(month)(borrowers))),
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
