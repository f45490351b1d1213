import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, FeeId, PaymentId } from '../../values/ids'
import { Ore } from '../../values/ore'

const open = { payment: PaymentId, latestEnd: Day }
const payment = { borrower: BorrowerId, order: t.string, fees: t.readonlyArray(FeeId), amount: Ore, paidOn: Day }

/** The first version: nobody wrote at which branch it was paid. */
export const PaymentMadeVersion1: AnyEventDefinition & { readonly type: 'PaymentMade' } = defineEvent(
  'PaymentMade',
  1,
  { open, sealed: { payment } },
)

/**
 * A borrower paid several fees together. A reaction then pays each fee. `paidAtBranch`: the branch whose desk took the money;
 * null where none did, such as on the website.
 */
export const PaymentMade = defineEvent(
  'PaymentMade',
  2,
  { open, sealed: { payment: { ...payment, paidAtBranch: nullable(BranchId) } } },
  { open: (part) => part, sealed: { payment: (part) => ({ ...(part as object), paidAtBranch: null }) } },
)
export type PaymentMade = EventOf<typeof PaymentMade>
