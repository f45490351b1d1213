import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, FeeId } from '../../values/ids'

/** Staff wrote a fee off. Written until `FeeWrittenOff`, which says the amount and who decided. */
export const FeeWaived = defineEvent('FeeWaived', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, reason: t.string } },
})
export type FeeWaived = EventOf<typeof FeeWaived>
