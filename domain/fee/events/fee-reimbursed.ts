import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeTransactionRole } from '../fee-transaction-role'
import { FeeItem } from '../fee-item'
import { ReimbursementReason } from '../reimbursement-reason'

/**
 * Money paid for a fee goes back, whole or in part. The fee stays settled and is erased in its time: a reaction grants
 * the reimbursement, which has a scope of its own.
 */
export const FeeReimbursed = defineEvent('FeeReimbursed', 1, {
  open: { fee: FeeId },
  sealed: {
    fee: {
      borrower: BorrowerId,
      amount: Ore,
      because: ReimbursementReason,
      reason: nullable(t.string),
      role: FeeTransactionRole,
      reimbursedOn: Day,
      items: t.readonlyArray(FeeItem),
    },
  },
})
export type FeeReimbursed = EventOf<typeof FeeReimbursed>
