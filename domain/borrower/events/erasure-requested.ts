import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId } from '../../values/ids'

/** The borrower asked for erasure, and nothing prevents it. The erasure does not wait for the end of the month. */
export const ErasureRequested = defineEvent('ErasureRequested', 1, { open: { borrower: BorrowerId }, sealed: {} })
export type ErasureRequested = EventOf<typeof ErasureRequested>
