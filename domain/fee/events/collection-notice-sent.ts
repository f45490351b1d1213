import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'

/** The written notice went out. The fee may be passed on for collection after `payBy`. */
export const CollectionNoticeSent = defineEvent('CollectionNoticeSent', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, noticeSentOn: Day, payBy: Day } },
})
export type CollectionNoticeSent = EventOf<typeof CollectionNoticeSent>
