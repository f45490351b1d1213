import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BorrowerId, FeeId } from '../../values/ids'
import { FeeTransactionRole } from '../fee-transaction-role'

const because = t.union([t.literal('copy found'), t.literal('mistake')])

/** The first version: without the reason in words, and without who decided. */
export const FeeCancelledVersion1 = defineEvent('FeeCancelled', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, because } },
})

/** A fee or a reimbursement was cancelled: the lost copy was found, or it was a mistake. */
export const FeeCancelled = defineEvent(
  'FeeCancelled',
  2,
  {
    open: { fee: FeeId },
    sealed: {
      fee: { borrower: BorrowerId, because, reason: nullable(t.string), role: nullable(FeeTransactionRole) },
    },
  },
  { open: (open) => open, sealed: { fee: (part) => ({ ...(part as object), reason: null, role: null }) } },
)
export type FeeCancelled = EventOf<typeof FeeCancelled>
