import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeTransactionRole } from '../fee-transaction-role'

/** Staff wrote a fee off: the library gives up the amount that is owed. */
export const FeeWrittenOff = defineEvent('FeeWrittenOff', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, amount: Ore, reason: t.string, role: FeeTransactionRole } },
})
export type FeeWrittenOff = EventOf<typeof FeeWrittenOff>
