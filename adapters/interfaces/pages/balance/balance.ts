import type { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'
import type { PaymentUnderWay } from '../payment/payments-under-way'

/** A fee or bill as its borrower or a guardian sees it. Amounts are in øre. */
export interface ShownFee {
  readonly fee: string
  readonly kind: 'lateness' | 'compensation'
  readonly amount: Ore
  readonly leviedOn: Day
  readonly settledOn: Day | null
  readonly ending: 'paid' | 'writtenOff' | 'cancelled' | null
  readonly collection: 'none' | 'noticeRequested' | 'noticeSent' | 'selected' | 'passedOn'
  readonly noticePayBy: Day | null
  readonly forgottenOn: Day | null
  /** Left out for a guardian who may not see the titles. */
  readonly items?: ReadonlyArray<{ readonly name: string }>
}

/** What the library owes, or has paid out. */
export interface ShownReimbursement {
  readonly reimbursement: string
  readonly amount: Ore
  readonly because: 'copyFound' | 'paidTooMuch' | 'decidedByStaff'
  readonly names: string
  readonly grantedOn: Day
  readonly settledOn: Day | null
  readonly ending: 'paidOut' | 'cancelled' | null
  readonly forgottenOn: Day | null
}

/** A receipt for a paid bill, as it is printed. */
export interface ShownReceipt {
  readonly copy: string
  readonly price: Ore
  readonly validUntil: Day
  readonly receipt: string
}

/** What the page with the balance of a borrower shows. */
export interface Balance {
  readonly owed: Ore
  readonly blockedSince: Day | undefined
  readonly fees: ReadonlyArray<ShownFee>
  readonly reimbursements: ReadonlyArray<ShownReimbursement>
  readonly receipts: ReadonlyArray<ShownReceipt>
  readonly paymentsUnderWay: ReadonlyArray<PaymentUnderWay>
}

/** Whether a fee can be paid here: it is neither settled nor with the collector. */
const isPayable = ({ settledOn, collection }: ShownFee): boolean =>
  settledOn === null && collection !== 'selected' && collection !== 'passedOn'

/** The fees that can be chosen to be paid: not those for which a payment is under way. */
export const payableFees = (
  fees: ReadonlyArray<ShownFee>,
  underWay: ReadonlyArray<PaymentUnderWay>,
): ReadonlyArray<ShownFee> =>
  fees.filter((fee) => isPayable(fee) && !underWay.some((payment) => payment.fees.includes(fee.fee)))
