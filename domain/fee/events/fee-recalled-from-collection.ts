import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { FeeTransactionRole } from '../fee-transaction-role'

/** Staff took the fee back: it is paid here again, and is collected only after another notice. */
export const FeeRecalledFromCollection = defineEvent('FeeRecalledFromCollection', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, recalledOn: Day, reason: t.string, role: FeeTransactionRole } },
})
export type FeeRecalledFromCollection = EventOf<typeof FeeRecalledFromCollection>
