import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, CardId } from '../../values/ids'

/** A card was reported stolen: nobody borrows with it any more. It is erased with the closing of the next month. */
export const CardReportedStolen = defineEvent('CardReportedStolen', 1, {
  open: { borrower: BorrowerId, card: CardId },
  sealed: {},
})
export type CardReportedStolen = EventOf<typeof CardReportedStolen>
