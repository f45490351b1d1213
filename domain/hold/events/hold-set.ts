import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, HoldId, ScopeId } from '../../values/ids'
import { HoldableClass } from '../holdable-class'

/**
 * A legal hold was set: a scope is not erased while the hold stands. It stands until its last day, which is the last day
 * of a month, is closed. Which scope is held, whose, and why, is erased with the hold.
 */
export const HoldSet = defineEvent('HoldSet', 1, {
  open: { hold: HoldId, lastDay: Day },
  sealed: {
    hold: {
      borrower: BorrowerId,
      scope: ScopeId,
      class: HoldableClass,
      by: t.string,
      why: t.string,
      caseNumber: t.string,
    },
  },
})
export type HoldSet = EventOf<typeof HoldSet>
