import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { useCaseIdsOf } from '../../../../domain/use-cases/repeatable-ids-of-use-case'
import { registerBorrower } from '../../../../domain/use-cases/register-borrower'
import type { Day } from '../../../../domain/values/day'
import { noonOf } from '../../../../domain/values/instant'
import type { BorrowerId } from '../../../../domain/values/ids'
import { monthOf, type Month } from '../../../../domain/values/month'
import { borrowerById } from '../../../../projections/borrowers/borrower-record-queries'
import type { LedgerImportError } from '../ledger-import-error'
import { runConcurrently } from '../../../system/concurrency/run-concurrently'
import { toImportInterrupted } from './to-import-interrupted'
import { importedOrigin, type RunningImport } from './running-import'
import { borrowerFromLedger } from './borrower-from-ledger'

const registrationText = (borrower: string, month: Month): string => `register ${month} ${borrower}`

const isRegistered =
  ({ library }: RunningImport) =>
  (borrower: BorrowerId): boolean =>
    borrowerById(borrower)(library.rows)?.ending === null

/** The id of a borrower registered in a month. It can be derived again until the import is finished. */
const borrowerIdFromMonth =
  (runningImport: RunningImport, borrower: string, today: Day) =>
  (month: Month): TE.TaskEither<LedgerImportError, BorrowerId> =>
    pipe(
      useCaseIdsOf(runningImport.library.useCaseDependencies)({
        at: noonOf(today),
        origin: importedOrigin(runningImport, registrationText(borrower, month), today),
      }),
      TE.bimap(toImportInterrupted('register', today), ({ idFor }) => idFor('borrower') as BorrowerId),
    )

/** The registered borrower with a key of the ledger, also when an earlier run registered them. */
const findRegistered = (
  runningImport: RunningImport,
  borrower: string,
  today: Day,
): TE.TaskEither<LedgerImportError, BorrowerId | undefined> =>
  pipe(
    runningImport.months.monthsOf(borrower).filter((month) => month <= monthOf(today)),
    TE.traverseSeqArray(borrowerIdFromMonth(runningImport, borrower, today)),
    TE.map((ids) => ids.find(isRegistered(runningImport))),
  )

const registerLedgerBorrower =
  (runningImport: RunningImport, today: Day) =>
  ([borrower, name]: readonly [string, string]): TE.TaskEither<LedgerImportError, BorrowerId> => {
    runningImport.counters.commands += 1
    return pipe(
      registerBorrower(runningImport.library.useCaseDependencies)({
        ...borrowerFromLedger(
          runningImport.library.useCaseDependencies.commandHandling.random,
          runningImport.options.branch,
          name,
        ),
        at: noonOf(today),
        origin: importedOrigin(runningImport, registrationText(borrower, monthOf(today)), today),
      }),
      TE.bimap(toImportInterrupted('register', today), (registered) => registered.borrower),
    )
  }

const rememberBorrowerId =
  ({ borrowers }: RunningImport, borrower: string) =>
  (id: BorrowerId) => {
    borrowers.set(borrower, id)
  }

const findOrRegister =
  (runningImport: RunningImport, today: Day) =>
  (ledgerBorrower: readonly [string, string]): TE.TaskEither<LedgerImportError, void> => {
    const [borrower] = ledgerBorrower
    const id = runningImport.borrowers.get(borrower)
    if (id !== undefined && isRegistered(runningImport)(id)) return TE.right(undefined)
    return pipe(
      findRegistered(runningImport, borrower, today),
      TE.chain((registered) =>
        registered === undefined ? registerLedgerBorrower(runningImport, today)(ledgerBorrower) : TE.right(registered),
      ),
      TE.map(rememberBorrowerId(runningImport, borrower)),
    )
  }

/**
 * Registers, in random order, every borrower of a month who is not registered: new borrowers, and those erased as
 * inactive. After an interruption it finds those already registered.
 */
export const registerBorrowersOfLedgerMonth =
  (runningImport: RunningImport) =>
  (today: Day): TE.TaskEither<LedgerImportError, void> =>
    pipe(
      runningImport.library.catchUpReadModels,
      TE.mapLeft(toImportInterrupted('register', today)),
      TE.chain(() =>
        pipe(
          [...runningImport.months.borrowersIn(monthOf(today))],
          runningImport.library.useCaseDependencies.commandHandling.random.shuffle,
          runConcurrently(runningImport.options.concurrency)(findOrRegister(runningImport, today)),
        ),
      ),
    )
