import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeTransactionRole } from '../fee-transaction-role'

/** The first version: staff alone wrote fees off, and always said why. */
export const FeeWrittenOffVersion1 = defineEvent('FeeWrittenOff', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, amount: Ore, reason: t.string, role: FeeTransactionRole } },
})

/**
 * A fee was written off: the library gives up the amount that is owed. `reason` is null when the debt has lapsed, because
 * nobody renewed it.
 */
export const FeeWrittenOff = defineEvent(
  'FeeWrittenOff',
  2,
  {
    open: { fee: FeeId },
    sealed: { fee: { borrower: BorrowerId, amount: Ore, reason: nullable(t.string), role: FeeTransactionRole } },
  },
  { open: (open) => open, sealed: { fee: (part) => part } },
)
export type FeeWrittenOff = EventOf<typeof FeeWrittenOff>
