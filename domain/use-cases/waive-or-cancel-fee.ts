import { feeAggregate } from '../fee/aggregate'
import type { FeeCommand } from '../fee/decide'
import type { FeeEvent } from '../fee/fee-event'
import type { FeeRefusal } from '../fee/refusal'
import { streamAddressOf } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BorrowerId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { withCommandIds } from './with-command-ids'

/** The ways in which staff end a fee. */
export type FeeWaiverOrCancellation = Extract<FeeCommand, { readonly type: 'WaiveFee' | 'CancelFee' }>

/** Waives or cancels a fee, under the borrower's lock. */
export const waiveOrCancelFee =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId, metadata: CommandMetadata) =>
  (command: FeeWaiverOrCancellation): UseCaseResult<FeeRefusal, FeeEvent> =>
    withCommandIds(dependencies)(metadata, () => streamAddressOf(feeAggregate)(command.fee))(({ cause }) =>
      withBorrowerLock(dependencies)(borrower)(
        handleCommand(dependencies.commandHandling)(feeAggregate)(command.fee, cause)(command),
      ),
    )
