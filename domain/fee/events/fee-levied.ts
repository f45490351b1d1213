import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeItem } from '../fee-item'

/**
 * A borrower owes a fee for lateness, or compensation for a lost copy. The fee holds its own copy of what it says of
 * its loans, so that the erasure of a loan never depends on a fee.
 */
export const FeeLevied = defineEvent('FeeLevied', 1, {
  open: { fee: FeeId, kind: t.union([t.literal('lateness'), t.literal('compensation')]), leviedOn: Day },
  sealed: {
    fee: { borrower: BorrowerId, amount: Ore, lentOn: Day, dueOn: Day, occasion: Day, items: t.readonlyArray(FeeItem) },
  },
})
export type FeeLevied = EventOf<typeof FeeLevied>
