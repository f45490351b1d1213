import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { FeeTransactionRole } from '../fee-transaction-role'

/** Staff renewed the debt: the fee is owed until the end of a later day. */
export const DebtRenewed = defineEvent('DebtRenewed', 1, {
  open: { fee: FeeId, owedUntil: Day },
  sealed: { fee: { borrower: BorrowerId, renewedOn: Day, reason: t.string, role: FeeTransactionRole } },
})
export type DebtRenewed = EventOf<typeof DebtRenewed>
