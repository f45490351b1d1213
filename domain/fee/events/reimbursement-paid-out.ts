import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeTransactionRole } from '../fee-transaction-role'

/** The library paid a reimbursement out. */
export const ReimbursementPaidOut = defineEvent('ReimbursementPaidOut', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, order: t.string, amount: Ore, paidOutOn: Day, role: FeeTransactionRole } },
})
export type ReimbursementPaidOut = EventOf<typeof ReimbursementPaidOut>
