import type { FeeTransactionRole } from '../../domain/fee/fee-transaction-role'
import type { EventMetadata } from '../../domain/event/domain-event'
import type { PlainOrErased } from '../../domain/event/plain-or-erased'
import type { BorrowerId, FeeId } from '../../domain/values/ids'
import type { Ore } from '../../domain/values/ore'
import { putRow, type RowChange } from '../read-model/row-change'
import { feeTransactionsTable, type FeeTransactionType } from './fee-tables'

/** What the events of transactions say, as far as each says it. */
interface Transaction {
  readonly borrower: BorrowerId
  readonly by?: Ore
  readonly amount?: Ore
  readonly reason?: string | null
  readonly role?: FeeTransactionRole | null
}

/** An event of a fee that is a transaction. */
export interface FeeTransactionEvent {
  readonly metadata: Pick<EventMetadata, 'revision'>
  readonly open: { readonly fee: FeeId }
  readonly sealed: { readonly fee: PlainOrErased<Transaction> }
}

/** The row of a fee transaction; none when the fee is erased. */
export const rowChangesOfFeeTransaction =
  (type: FeeTransactionType) =>
  ({ metadata: { revision }, open: { fee }, sealed: { fee: part } }: FeeTransactionEvent): ReadonlyArray<RowChange> => {
    if (part._tag === 'Erased') return []
    const { borrower, by, amount = null, reason = null, role = null } = part.value
    return [putRow(feeTransactionsTable)({ fee, borrower, revision, type, amount: by ?? amount, reason, role })]
  }
