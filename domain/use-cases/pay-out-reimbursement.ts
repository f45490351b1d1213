import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { feeAggregate } from '../fee/fee-aggregate'
import type { FeeTransactionRole } from '../fee/fee-transaction-role'
import type { FeeRefusal } from '../fee/fee-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import type { CommandIdSource } from '../command-handling/command-id-source'
import { commandRefused, type CommandError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { dayOf } from '../values/instant'
import type { BorrowerId, BranchId, FeeId } from '../values/ids'
import { reimbursementOrReceiptPaidByOrder, withPayoutLock, type OrderIsAnotherPayout } from './payout-orders'
import { withBorrowerLock } from './with-borrower-lock'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata, CommandTooLate } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** The library pays a reimbursement out to the borrower. */
interface PayOutReimbursementRequest extends CommandMetadata {
  readonly reimbursement: FeeId
  readonly borrower: BorrowerId
  /** The order id of the payment service or till. One order is one payout. */
  readonly order: string
  readonly role: FeeTransactionRole
  /** The branch whose desk pays it; left out where none does. */
  readonly branch?: BranchId
}

type Refusal = FeeRefusal | OrderIsAnotherPayout

type PayOutError = CommandError<Refusal> | CommandTooLate

const payOutNow =
  ({ commandHandling }: UseCaseDependencies, cause: CommandIdSource | undefined) =>
  ({ reimbursement: fee, order, role, branch, at }: PayOutReimbursementRequest): TE.TaskEither<PayOutError, void> =>
    pipe(
      handleCommand(commandHandling)(feeAggregate)(fee, cause)({
        type: 'PayOutReimbursement',
        ...{ fee, order, role, on: dayOf(at) },
        ...(branch === undefined ? {} : { branch }),
      }),
      TE.map(() => undefined),
    )

/**
 * Records a payout, under the borrower's lock and that of the order, which is its idempotency key. A repeat of an order
 * is accepted and changes nothing, as long as the reimbursement is not erased. An order pays out one reimbursement or
 * one receipt.
 */
export const payOutReimbursement =
  (dependencies: UseCaseDependencies) =>
  (request: PayOutReimbursementRequest): TE.TaskEither<PayOutError, void> => {
    const { reimbursement, borrower, order, at } = request
    return runUseCaseWithIds(dependencies)(request, () => streamAddressOfAggregate(feeAggregate)(reimbursement))(
      ({ cause }) =>
        pipe(
          reimbursementOrReceiptPaidByOrder(dependencies)(order, at),
          TE.chainW((paidOut): TE.TaskEither<PayOutError, void> => {
            if (paidOut === undefined) return payOutNow(dependencies, cause)(request)
            return paidOut === reimbursement
              ? TE.right(undefined)
              : TE.left(commandRefused<Refusal>({ _tag: 'OrderIsAnotherPayout' }))
          }),
          withBorrowerLock(dependencies)(borrower),
          withPayoutLock(dependencies)(order),
        ),
    )
  }
