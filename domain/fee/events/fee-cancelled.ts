import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, FeeId } from '../../values/ids'

/** A fee was cancelled: the lost copy was found, or the fee was a mistake. */
export const FeeCancelled = defineEvent('FeeCancelled', 1, {
  open: { fee: FeeId },
  sealed: {
    fee: { borrower: BorrowerId, because: t.union([t.literal('copy found'), t.literal('mistake')]) },
  },
})
export type FeeCancelled = EventOf<typeof FeeCancelled>
