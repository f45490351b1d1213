import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { MadeByClosing } from '../closing/made-by-closing'
import type { InfrastructureError } from '../command-handling/command-error'
import { longestOfflineDays } from '../policy/longest-offline-days'
import { addDays, laterDayOf, type Day } from '../values/day'
import type { BorrowerId, ScopeId } from '../values/ids'
import type { DayClosingDependencies } from './day-closing-error'
import { idDeriverUnder } from './id-derivers'

/** The earliest day whose key is there. */
const firstDayWithKey = ({ commandHandling: { clock } }: DayClosingDependencies): Day =>
  addDays(-longestOfflineDays)(clock.today())

/** The id of what a closing makes; undefined when the borrower is erased, or when a late closing has made it already. */
export type DeriveClosingId = (made: MadeByClosing) => TE.TaskEither<InfrastructureError, string | undefined>

/** A day that is closed so late that its key is gone takes another one each day: what it has made is not made again. */
const isMadeAlready = (
  dependencies: DayClosingDependencies,
  closing: Day,
  made: MadeByClosing,
): TE.TaskEither<InfrastructureError, boolean> =>
  closing < firstDayWithKey(dependencies) ? dependencies.closingQueries.isMadeByClosing(closing, made) : TE.right(false)

/**
 * Gives the ids of what the closing of a day makes for borrowers, such as the message of one kind: the same when the
 * closing runs again. They are derived under two keys, that of the borrower and that of the day: whoever has only one of
 * them cannot derive them. The key of the day ends 14 days later, before what is made does, and that of the borrower with
 * the borrower. A day that is closed after that takes the key of the earliest day that has one, and looks before each
 * record whether it made it already. The key of the day is read once. Undefined when it is erased.
 */
export const idsDerivedByClosing =
  (dependencies: DayClosingDependencies) =>
  (closing: Day): TE.TaskEither<InfrastructureError, DeriveClosingId | undefined> => {
    const underBorrower = ({ borrower, record, kind }: MadeByClosing) =>
      pipe(
        idDeriverUnder(dependencies, borrower as string as ScopeId),
        TE.map((derive) => derive?.(`${record}\n${closing}\n${kind}`)),
      )
    return pipe(
      dependencies.calendarScopes.idempotencyScopeOf(laterDayOf(firstDayWithKey(dependencies))(closing)),
      TE.chain((scope) => idDeriverUnder(dependencies, scope as string as ScopeId)),
      TE.map(
        (underDay) =>
          underDay &&
          ((made) =>
            pipe(
              isMadeAlready(dependencies, closing, made),
              TE.chain((isMade) => (isMade ? TE.right(undefined) : underBorrower(made))),
              TE.map((derived) => derived && underDay(`${made.record}\n${derived}`)),
            )),
      ),
    )
  }

/** One such id; undefined when the borrower or the key of the day is erased, or when it is made already. */
export const idDerivedByClosing =
  (dependencies: DayClosingDependencies) =>
  (closing: Day, borrower: BorrowerId) =>
  (record: MadeByClosing['record'], kind: string): TE.TaskEither<InfrastructureError, string | undefined> =>
    pipe(
      idsDerivedByClosing(dependencies)(closing),
      TE.chain((idOf) => (idOf === undefined ? TE.right(undefined) : idOf({ borrower, record, kind }))),
    )
