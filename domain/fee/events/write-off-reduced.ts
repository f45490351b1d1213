import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeTransactionRole } from '../fee-transaction-role'
import { FeeItem } from '../fee-item'

/**
 * A write-off was taken back, whole or in part. The fee stays settled and is erased in its time: a reaction levies what
 * is owed again as a new fee.
 */
export const WriteOffReduced = defineEvent('WriteOffReduced', 1, {
  open: { fee: FeeId },
  sealed: {
    fee: {
      borrower: BorrowerId,
      amount: Ore,
      reason: t.string,
      role: FeeTransactionRole,
      reducedOn: Day,
      kind: t.union([t.literal('lateness'), t.literal('compensation')]),
      lentOn: Day,
      dueOn: Day,
      occasion: Day,
      items: t.readonlyArray(FeeItem),
    },
  },
})
export type WriteOffReduced = EventOf<typeof WriteOffReduced>
