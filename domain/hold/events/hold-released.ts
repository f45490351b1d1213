import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, HoldId } from '../../values/ids'

/**
 * A legal hold was released: it ends when the day of recording is closed. It counts only with its sealed part, which
 * nobody can write without the key of the hold.
 */
export const HoldReleased = defineEvent('HoldReleased', 1, {
  open: { hold: HoldId },
  sealed: { hold: { borrower: BorrowerId, by: t.string, why: t.string } },
})
export type HoldReleased = EventOf<typeof HoldReleased>
