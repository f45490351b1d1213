import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, HoldId } from '../../values/ids'

/** A legal hold was prolonged: it stands until a later last day is closed. */
export const HoldProlonged = defineEvent('HoldProlonged', 1, {
  open: { hold: HoldId, lastDay: Day },
  sealed: { hold: { borrower: BorrowerId, by: t.string, why: t.string } },
})
export type HoldProlonged = EventOf<typeof HoldProlonged>
