import { CopyBilledAsLost } from '../copy/events/copy-billed-as-lost'
import type { FeeId } from '../values/ids'
import type { Ore } from '../values/ore'
import { lastDayOwed, owedForLoss } from '../policy/fee-policy'
import type { Policy } from '../policy/policy'
import { followUpToFee, type FollowUp } from './follow-up'
import { feeItemOf, feeFollowUpsOfLateLoan, type LateLoanForFee } from './fee-follow-ups-of-late-loan'
import { defineReaction } from './reaction'

/** The bill for one lost copy: its price and the handling fee. */
const compensationFor =
  (policy: Policy, fee: FeeId, price: Ore) =>
  (lost: LateLoanForFee): ReadonlyArray<FollowUp> => {
    const amount = owedForLoss(policy.fees)(lost.borrowerGroup)(price)
    if (amount === 0) return []
    const { borrower, lentOn, dueOn, occasion } = lost
    const items = [feeItemOf(lost)]
    return [
      followUpToFee(fee, {
        type: 'LevyFee',
        fee,
        kind: 'compensation',
        borrower,
        amount,
        lentOn,
        dueOn,
        occasion,
        owedUntil: lastDayOwed(policy.fees)(occasion),
        items,
      }),
    ]
  }

/**
 * A copy billed as lost owes compensation (erstatning), and the fee for lateness. Copies of one occasion share that
 * fee.
 */
export const lostCopyLeviesCompensation = defineReaction('lost-copy-owes', {
  eventTypes: [CopyBilledAsLost],
  factNames: ['policy', 'feesOfOccasion'],
  followUpsOf:
    ({ policy, feesOfOccasion }, deriveId) =>
    ({ open: { copy, title, billedOn }, sealed }) => {
      if (sealed.loan._tag === 'Erased') return []
      const lost = { ...sealed.loan.value, copy, title, occasion: billedOn }
      return [
        ...compensationFor(policy, deriveId('compensation') as FeeId, lost.price)(lost),
        ...feeFollowUpsOfLateLoan(policy, feesOfOccasion, deriveId('lateness') as FeeId)(lost),
      ]
    },
})
