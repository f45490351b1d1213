import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, CollectionFileId, FeeId } from '../../values/ids'

/** The fee was passed on for collection (inddrivelse): the file that names it was handed out. */
export const FeePassedOnForCollection = defineEvent('FeePassedOnForCollection', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, file: CollectionFileId, passedOnOn: Day } },
})
export type FeePassedOnForCollection = EventOf<typeof FeePassedOnForCollection>
