import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { tendCopy } from '../../../../domain/use-cases/copy'
import { recordLoan } from '../../../../domain/use-cases/record-loan'
import { returnCopy } from '../../../../domain/use-cases/return-copy'
import type { Day } from '../../../../domain/values/day'
import { noonOf } from '../../../../domain/values/instant'
import { monthOf } from '../../../../domain/values/month'
import type { ImportError } from '../import-error'
import type { PlannedCopy, PlannedDay, PlannedLoan, PlannedReturn } from '../planning/plan'
import { atOnce } from './at-once'
import { brokeOff } from './broke-off'
import { imported, type Running } from './running'

type Act<A> = (running: Running, day: Day) => (planned: A) => TE.TaskEither<ImportError, unknown>

const acquire: Act<PlannedCopy> =
  ({ system, scope, options }, day) =>
  ({ copy, title, name, author }) =>
    pipe(
      tendCopy(system.library)(copy, { at: noonOf(day), origin: imported({ scope }, `acquire ${copy}`, day) })({
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
      TE.mapLeft(brokeOff('acquire', day)),
    )

const lend: Act<PlannedLoan> =
  ({ system, scope, options, borrowers, tally }, day) =>
  ({ row, copy, borrower: key }) => {
    const borrower = borrowers.get(key)
    tally.loans += 1
    return borrower === undefined
      ? TE.left(brokeOff('lend', day, row)({ _tag: 'BorrowerIsUnknown' }))
      : pipe(
          recordLoan(system.library)({
            copy,
            borrower,
            branch: options.branch,
            at: noonOf(day),
            origin: imported({ scope }, `lend ${String(row)}`, day),
          }),
          TE.mapLeft(brokeOff('lend', day, row)),
        )
  }

const takeBack: Act<PlannedReturn> =
  ({ system, scope, options }, day) =>
  ({ row, copy }) =>
    pipe(
      returnCopy(system.library)({
        copy,
        branch: options.branch,
        at: noonOf(day),
        origin: imported({ scope }, `return ${String(row)}`, day),
      }),
      TE.mapLeft(brokeOff('return', day, row)),
    )

const all = <A>(running: Running, day: Day, act: Act<A>, planned: ReadonlyArray<A>) => {
  running.tally.commands += planned.length
  return atOnce(running.options.atOnce)(act(running, day))(planned)
}

/** Opened once, before many ask for it at once and each makes a key that nothing names. */
const monthIsOpen = ({ system }: Running, day: Day, { loans }: PlannedDay): TE.TaskEither<ImportError, unknown> =>
  loans.length === 0
    ? TE.right(undefined)
    : pipe(system.library.scopes.statisticsOf(monthOf(day)), TE.mapLeft(brokeOff('lend', day)))

/**
 * Replays what the ledger tells of a day, in the order of the plan. Within each step no copy is named twice, so its
 * commands may be under way at once. Done again it does nothing twice.
 */
export const actDay =
  (running: Running) =>
  (day: Day): TE.TaskEither<ImportError, void> => {
    const planned = running.plan.on(day)
    return planned === undefined
      ? TE.right(undefined)
      : pipe(
          all(running, day, takeBack, planned.returnsOfEarlierLoans),
          TE.chain(() => all(running, day, acquire, planned.acquisitions)),
          TE.chain(() => monthIsOpen(running, day, planned)),
          TE.chain(() => all(running, day, lend, planned.loans)),
          TE.chain(() => all(running, day, takeBack, planned.returnsOfTheDay)),
        )
  }
