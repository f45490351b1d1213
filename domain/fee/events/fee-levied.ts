import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeItem } from '../fee-item'

/**
 * A borrower owes: a fee for lateness, or compensation for a lost copy. What it must say of its loans is copied into
 * it and goes with it, so that a loan's clock never depends on a fee.
 */
export const FeeLevied = defineEvent('FeeLevied', 1, {
  open: { fee: FeeId, kind: t.union([t.literal('lateness'), t.literal('compensation')]), leviedOn: Day },
  sealed: {
    fee: { borrower: BorrowerId, amount: Ore, lentOn: Day, dueOn: Day, occasion: Day, items: t.readonlyArray(FeeItem) },
  },
})
export type FeeLevied = EventOf<typeof FeeLevied>
