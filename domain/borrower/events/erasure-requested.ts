import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId } from '../../values/ids'

/** The borrower asked to be forgotten, and nothing stands in the way. Does not wait for the month. */
export const ErasureRequested = defineEvent('ErasureRequested', 1, { open: { borrower: BorrowerId }, sealed: {} })
export type ErasureRequested = EventOf<typeof ErasureRequested>
