import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { feeAggregate } from '../fee/fee-aggregate'
import type { FeeCommand } from '../fee/decide-fee-command'
import type { FeeEvent } from '../fee/fee-event'
import type { FeeRefusal } from '../fee/fee-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BorrowerId } from '../values/ids'
import { requireNotBeingPaid, underLockWithFeesBeingPaid } from './fees-being-paid'
import type { FeeIsBeingPaid } from './pay-fees'
import type { UseCaseResult } from './use-case-result'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** What staff decide about a fee that is owed: it is reduced, written off or cancelled. */
export type UnsettledFeeChange = Extract<FeeCommand, { readonly type: 'ReduceFee' | 'WriteOffFee' | 'CancelFee' }>

/**
 * Changes what is owed for a fee, under the borrower's lock. A fee that a payment names is not changed, because the payment
 * is of its whole amount; one of an order that the payment service has refused is.
 */
export const changeUnsettledFee =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId, metadata: CommandMetadata) =>
  (command: UnsettledFeeChange): UseCaseResult<FeeRefusal | FeeIsBeingPaid, FeeEvent> =>
    runUseCaseWithIds(dependencies)(metadata, () => streamAddressOfAggregate(feeAggregate)(command.fee))(({ cause }) =>
      underLockWithFeesBeingPaid(dependencies)(borrower, command.fee)((beingPaid) =>
        pipe(
          beingPaid,
          TE.chainEitherKW(requireNotBeingPaid(command.fee)),
          TE.chainW(() => handleCommand(dependencies.commandHandling)(feeAggregate)(command.fee, cause)(command)),
        ),
      ),
    )
