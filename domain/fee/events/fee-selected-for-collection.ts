import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, CollectionFileId, FeeId } from '../../values/ids'

/**
 * The fee goes into a file to the collector, and cannot be paid here from now on. It is not passed on before the file was
 * handed out (`FeePassedOnForCollection`); without that, the next file has it again.
 */
export const FeeSelectedForCollection = defineEvent('FeeSelectedForCollection', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, file: CollectionFileId, selectedOn: Day } },
})
export type FeeSelectedForCollection = EventOf<typeof FeeSelectedForCollection>
