import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { idsOf } from '../../../../domain/use-cases/ids'
import { register } from '../../../../domain/use-cases/register'
import type { Day } from '../../../../domain/values/day'
import { noonOf } from '../../../../domain/values/instant'
import type { BorrowerId } from '../../../../domain/values/ids'
import { monthOf, type Month } from '../../../../domain/values/month'
import { borrowerById } from '../../../../projections/borrowers/queries'
import type { ImportError } from '../import-error'
import { atOnce } from './at-once'
import { brokeOff } from './broke-off'
import { imported, type Running } from './running'
import { stranger } from './stranger'

const registration = (borrower: string, month: Month): string => `register ${month} ${borrower}`

const isRegistered =
  ({ system }: Running) =>
  (borrower: BorrowerId): boolean =>
    borrowerById(borrower)(system.rows)?.ending === null

/** The id that a borrower was given when registered in a month: it can be derived again while the import runs. */
const idGivenIn =
  (running: Running, borrower: string, today: Day) =>
  (month: Month): TE.TaskEither<ImportError, BorrowerId> =>
    pipe(
      idsOf(running.system.library)({
        at: noonOf(today),
        origin: imported(running, registration(borrower, month), today),
      }),
      TE.bimap(brokeOff('register', today), ({ next }) => next('borrower') as BorrowerId),
    )

/** Whom the ledger's key belongs to, if that borrower is registered: known in this run, or from before it broke off. */
const found = (running: Running, borrower: string, today: Day): TE.TaskEither<ImportError, BorrowerId | undefined> =>
  pipe(
    running.months.monthsOf(borrower).filter((month) => month <= monthOf(today)),
    TE.traverseSeqArray(idGivenIn(running, borrower, today)),
    TE.map((ids) => ids.find(isRegistered(running))),
  )

const registerOne =
  (running: Running, today: Day) =>
  ([borrower, name]: readonly [string, string]): TE.TaskEither<ImportError, BorrowerId> => {
    running.tally.commands += 1
    return pipe(
      register(running.system.library)({
        ...stranger(running.system.library.desk.random, running.options.branch, name),
        at: noonOf(today),
        origin: imported(running, registration(borrower, monthOf(today)), today),
      }),
      TE.bimap(brokeOff('register', today), (registered) => registered.borrower),
    )
  }

const known =
  ({ borrowers }: Running, borrower: string) =>
  (id: BorrowerId) => {
    borrowers.set(borrower, id)
  }

const findOrRegister =
  (running: Running, today: Day) =>
  (entry: readonly [string, string]): TE.TaskEither<ImportError, void> => {
    const [borrower] = entry
    const id = running.borrowers.get(borrower)
    if (id !== undefined && isRegistered(running)(id)) return TE.right(undefined)
    return pipe(
      found(running, borrower, today),
      TE.chain((before) => (before === undefined ? registerOne(running, today)(entry) : TE.right(before))),
      TE.map(known(running, borrower)),
    )
  }

/**
 * Registers, in random order, everyone who borrows in a month and is not registered: new, or erased since as inactive
 * and so a stranger again. Who is registered already is found again after the import broke off.
 */
export const registerMonth =
  (running: Running) =>
  (today: Day): TE.TaskEither<ImportError, void> =>
    pipe(
      running.system.reach,
      TE.mapLeft(brokeOff('register', today)),
      TE.chain(() =>
        pipe(
          [...running.months.borrowersIn(monthOf(today))],
          running.system.library.desk.random.shuffled,
          atOnce(running.options.atOnce)(findOrRegister(running, today)),
        ),
      ),
    )
