import { addDays, type Day } from '../values/day'
import type { BranchId, PaymentId } from '../values/ids'
import { PaymentMade } from './events/payment-made'
import type { PaymentOrderDetails } from './payment-state'

/** Days after which a payment is erased, even if it was never completed. */
const longestPaymentDays = 60

/** The money of an order came on a day: at the desk of a branch, or at none. */
export const paymentMade = (
  payment: PaymentId,
  order: PaymentOrderDetails,
  { paidOn, paidAtBranch }: { readonly paidOn: Day; readonly paidAtBranch: BranchId | null },
): PaymentMade =>
  PaymentMade(
    { payment, latestEnd: addDays(longestPaymentDays)(paidOn) },
    { payment: { ...order, paidOn, paidAtBranch } },
  )
