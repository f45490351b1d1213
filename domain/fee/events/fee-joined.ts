import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, FeeId } from '../../values/ids'
import { FeeItem } from '../fee-item'

/** Another late return or renewal of the same occasion joined the fee, at no cost. */
export const FeeJoined = defineEvent('FeeJoined', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, item: FeeItem } },
})
export type FeeJoined = EventOf<typeof FeeJoined>
