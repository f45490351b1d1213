import { defineEvent, type EventOf } from '../../event/define-event'
import { BlockId, BorrowerId } from '../../values/ids'

/** A block was lifted. It is erased with the closing of the next month. */
export const BlockLifted = defineEvent('BlockLifted', 1, {
  open: { borrower: BorrowerId, block: BlockId },
  sealed: {},
})
export type BlockLifted = EventOf<typeof BlockLifted>
