import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { FeeTransactionRole } from '../fee-transaction-role'

/** Staff asked for the written notice that comes before a collection. The closing of the day makes the message. */
export const CollectionNoticeRequested = defineEvent('CollectionNoticeRequested', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, requestedOn: Day, role: FeeTransactionRole } },
})
export type CollectionNoticeRequested = EventOf<typeof CollectionNoticeRequested>
