import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/borrower-aggregate'
import type { AnnounceErasure } from '../borrower/commands/announce-erasure'
import type { BorrowerRefusal } from '../borrower/borrower-refusal'
import { handleCommand } from '../command-handling/handle-command'
import type { CommandError } from '../command-handling/command-error'
import { loadAggregate } from '../command-handling/load-aggregate'
import { erasureObstaclesOf, withoutLegalHolds } from '../policy/borrower-obligations'
import type { BorrowerId, NoticeId } from '../values/ids'
import { lastDayOfMonth, type Month } from '../values/month'
import type { DayClosingDependencies } from './day-closing-error'
import { idDerivedByClosing } from './id-derived-by-closing'
import { makeNoticeWithId } from './make-notice'
import { withBorrowerLock } from './with-borrower-lock'

type Announcing = TE.TaskEither<CommandError<BorrowerRefusal>, unknown>

/** While an import tells what another system has done, nobody is written to. */
const writeTo =
  (dependencies: DayClosingDependencies) =>
  (borrower: BorrowerId, month: Month) =>
  (erasedWith: Month): Announcing =>
    pipe(
      dependencies.closingQueries.isImportUnderWay,
      TE.chainW((isImportUnderWay) =>
        isImportUnderWay
          ? TE.right(undefined)
          : idDerivedByClosing(dependencies)(lastDayOfMonth(month), borrower)('notice', 'beforeErasure'),
      ),
      TE.chainW((id) =>
        makeNoticeWithId(dependencies)({ kind: 'beforeErasure', borrower, erasedWith }, month)(id as NoticeId),
      ),
    )

/** The month that the announcement names; null when there is none. */
const announcedLapse = ({ commandHandling, policy }: DayClosingDependencies, borrower: BorrowerId) =>
  pipe(
    loadAggregate(commandHandling)(borrowerAggregate(policy))(borrower),
    TE.map(({ state }) => (state._tag === 'Registered' ? state.lapsesIn : null)),
  )

const announceTo =
  (dependencies: DayClosingDependencies) =>
  (command: AnnounceErasure): Announcing =>
    pipe(
      handleCommand(dependencies.commandHandling)(borrowerAggregate(dependencies.policy))(command.borrower)(command),
      TE.chainW(() => announcedLapse(dependencies, command.borrower)),
      TE.chainW((lapsesIn) =>
        lapsesIn === null ? TE.right(undefined) : writeTo(dependencies)(command.borrower, command.month)(lapsesIn),
      ),
    )

/** Reads again under the lock what the borrower holds and owes: one who has borrowed meanwhile is not written to. */
export const announceErasureUnderLock =
  (dependencies: DayClosingDependencies) =>
  (command: AnnounceErasure): Announcing =>
    pipe(
      dependencies.decisionQueries.standing(command.borrower),
      TE.bindTo('standing'),
      TE.bindW('obligations', () => dependencies.decisionQueries.obligations(command.borrower)),
      TE.chainW(({ standing, obligations }) =>
        standing === undefined || erasureObstaclesOf(withoutLegalHolds(obligations)).length > 0
          ? TE.right(undefined)
          : announceTo(dependencies)(command),
      ),
      withBorrowerLock(dependencies)(command.borrower),
    )
