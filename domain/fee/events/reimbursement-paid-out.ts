import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeTransactionRole } from '../fee-transaction-role'

const open = { fee: FeeId }
const fee = { borrower: BorrowerId, order: t.string, amount: Ore, paidOutOn: Day, role: FeeTransactionRole }

/** The first version: nobody wrote at which branch it was paid out. */
export const ReimbursementPaidOutVersion1: AnyEventDefinition & { readonly type: 'ReimbursementPaidOut' } = defineEvent(
  'ReimbursementPaidOut',
  1,
  { open, sealed: { fee } },
)

/** The library paid a reimbursement out. `paidOutAtBranch`: the branch whose desk paid it; null where none did. */
export const ReimbursementPaidOut = defineEvent(
  'ReimbursementPaidOut',
  2,
  { open, sealed: { fee: { ...fee, paidOutAtBranch: nullable(BranchId) } } },
  { open: (part) => part, sealed: { fee: (part) => ({ ...(part as object), paidOutAtBranch: null }) } },
)
export type ReimbursementPaidOut = EventOf<typeof ReimbursementPaidOut>
