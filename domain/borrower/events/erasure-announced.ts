import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId } from '../../values/ids'
import { Month } from '../../values/month'

/**
 * A month's closing found that the borrower will lapse, and wrote to them. Unless they are seen before, they lapse with the
 * closing of `lapsesIn`, whether or not the message reached them.
 */
export const ErasureAnnounced = defineEvent('ErasureAnnounced', 1, {
  open: { borrower: BorrowerId, announcedIn: Month, lapsesIn: Month },
  sealed: {},
})
export type ErasureAnnounced = EventOf<typeof ErasureAnnounced>
