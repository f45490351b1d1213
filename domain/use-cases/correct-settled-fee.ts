import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { feeAggregate } from '../fee/fee-aggregate'
import type { FeeTransactionRole } from '../fee/fee-transaction-role'
import type { FeeCommand } from '../fee/decide-fee-command'
import type { FeeEvent } from '../fee/fee-event'
import type { FeeRefusal } from '../fee/fee-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { commandRefused, type CommandRefused } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import type { CorrectableFee } from '../ports/decision-queries'
import { dayOf } from '../values/instant'
import type { BorrowerId, FeeId } from '../values/ids'
import type { Ore } from '../values/ore'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** Staff correct a settled fee that is not erased. */
export interface SettledFeeCorrection extends CommandMetadata {
  readonly type: 'ReimburseFee' | 'ReduceWriteOff'
  readonly fee: FeeId
  readonly borrower: BorrowerId
  /** In øre. */
  readonly amount: Ore
  readonly reason: string
  readonly role: FeeTransactionRole
}

/** More is given back than was paid, or owed again than was written off, less earlier corrections. */
export interface AmountIsMoreThanLeft {
  readonly _tag: 'AmountIsMoreThanLeft'
  /** What is left to give back or to demand again, in øre. */
  readonly left: Ore
}

type CorrectionRefusal = FeeRefusal | AmountIsMoreThanLeft

const refused = (refusal: CorrectionRefusal): E.Either<CommandRefused<CorrectionRefusal>, never> =>
  E.left(commandRefused(refusal))

/** The command, when not more is corrected than is left. What was not settled so is left to the fee to refuse. */
const commandFor =
  (correction: SettledFeeCorrection) =>
  (found: CorrectableFee | undefined): E.Either<CommandRefused<CorrectionRefusal>, FeeCommand> => {
    const { type, fee, amount, reason, role, at } = correction
    const isReimbursement = type === 'ReimburseFee'
    if (found === undefined) return refused({ _tag: isReimbursement ? 'FeeIsNotPaid' : 'FeeIsNotWrittenOff' })
    const { borrower, items, lentOn, dueOn, occasion, reimbursable, writtenOff } = found
    const left = isReimbursement ? reimbursable : writtenOff
    if (left !== undefined && amount > left) return refused({ _tag: 'AmountIsMoreThanLeft', left })
    const details = { fee, borrower, amount, reason, role, items, on: dayOf(at) }
    return E.right(
      isReimbursement
        ? { type, ...details, because: 'decided by staff' }
        : { type, ...details, lentOn, dueOn, occasion },
    )
  }

/**
 * Gives back what was paid for a fee, or makes a fee that was written off owed again, whole or in part, under the
 * borrower's lock. It waits for reactions first, because a found copy gives the price back by itself.
 */
export const correctSettledFee =
  (dependencies: UseCaseDependencies) =>
  (correction: SettledFeeCorrection): UseCaseResult<CorrectionRefusal, FeeEvent> => {
    const { fee, borrower } = correction
    return runUseCaseWithIds(dependencies)(correction, () => streamAddressOfAggregate(feeAggregate)(fee))(({ cause }) =>
      pipe(
        dependencies.waitForReactions,
        TE.chainW(() =>
          pipe(
            dependencies.decisionQueries.correctableFee(fee),
            TE.chainEitherKW(commandFor(correction)),
            TE.chainW(handleCommand(dependencies.commandHandling)(feeAggregate)(fee, cause)),
            withBorrowerLock(dependencies)(borrower),
          ),
        ),
      ),
    )
  }
