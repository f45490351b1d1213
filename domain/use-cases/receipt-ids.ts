import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { InfrastructureError } from '../command-handling/command-error'
import { isScopeEndedError } from '../command-handling/event-damage'
import type { FeeId, ReceiptId, ScopeId } from '../values/ids'
import type { UseCaseDependencies } from './use-case-dependencies'

/**
 * The id of the receipt for a fee after so many reimbursements of it, derived under the key of the fee: nobody can derive
 * it again once the fee is erased. Undefined when it is.
 */
export const receiptIdOfFee =
  ({ commandHandling }: Pick<UseCaseDependencies, 'commandHandling'>) =>
  (fee: FeeId, reimbursements: number): TE.TaskEither<InfrastructureError, ReceiptId | undefined> =>
    pipe(
      commandHandling.keys.deriveIdsUnder(fee as string as ScopeId),
      TE.map((derive): ReceiptId | undefined => derive(`receipt\n${String(reimbursements)}`) as ReceiptId),
      TE.orElse((error) => (isScopeEndedError(error) ? TE.right(undefined) : TE.left(error))),
    )
