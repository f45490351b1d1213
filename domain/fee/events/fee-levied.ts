import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { addYears, Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeItem } from '../fee-item'

const kind = t.union([t.literal('lateness'), t.literal('compensation')])
const feePart = {
  borrower: BorrowerId,
  amount: Ore,
  lentOn: Day,
  dueOn: Day,
  occasion: Day,
  items: t.readonlyArray(FeeItem),
}

/** The first version: without the last day on which the fee is owed. */
export const FeeLeviedVersion1 = defineEvent('FeeLevied', 1, {
  open: { fee: FeeId, kind, leviedOn: Day },
  sealed: { fee: feePart },
})

/** Years after which a debt lapses (forældelse). A fee of the first version is owed as long. */
export const yearsOwedInVersion1 = 3

/**
 * A borrower owes a fee for lateness, or compensation for a lost copy. The fee holds its own copy of what it says of
 * its loans, so that the erasure of a loan never depends on a fee. It is owed until the end of `owedUntil`, unless it is
 * settled earlier or the debt is renewed.
 */
export const FeeLevied = defineEvent(
  'FeeLevied',
  2,
  { open: { fee: FeeId, kind, leviedOn: Day, owedUntil: Day }, sealed: { fee: feePart } },
  {
    open: (part) => {
      const open = part as { readonly leviedOn: Day }
      return { ...open, owedUntil: addYears(yearsOwedInVersion1)(open.leviedOn) }
    },
    sealed: { fee: (part) => part },
  },
)
export type FeeLevied = EventOf<typeof FeeLevied>
