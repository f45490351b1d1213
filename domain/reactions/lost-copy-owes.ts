import { CopyBilledAsLost } from '../copy/events/copy-billed-as-lost'
import type { FeeId } from '../values/ids'
import type { Ore } from '../values/ore'
import { owedForLoss } from '../policy/fee-policy'
import type { Policy } from '../policy/policy'
import { toFee, type FollowUp } from './follow-up'
import { itemOf, lateness, type EndedLoan } from './lateness'
import { reaction } from './reaction'

/** The bill for one lost copy: its price and the handling, whatever else was billed that day. */
const compensation =
  (policy: Policy, fee: FeeId, price: Ore) =>
  (lost: EndedLoan): ReadonlyArray<FollowUp> => {
    const amount = owedForLoss(policy.fees)(lost.borrowerGroup)(price)
    if (amount === 0) return []
    const { borrower, lentOn, dueOn, endedOn: occasion } = lost
    const items = [itemOf(lost)]
    return [
      toFee(fee, { type: 'LevyFee', fee, kind: 'compensation', borrower, amount, lentOn, dueOn, occasion, items }),
    ]
  }

/** A copy billed as lost owes compensation (erstatning), and the fee for its lateness: one for all billed that day. */
export const lostCopyOwes = reaction('lost-copy-owes', {
  on: [CopyBilledAsLost],
  needs: ['policy', 'feesOfOccasion'],
  react:
    ({ policy, feesOfOccasion }, derive) =>
    ({ open: { copy, title, billedOn }, sealed }) => {
      if (sealed.loan._tag === 'Erased') return []
      const lost = { ...sealed.loan.value, copy, title, endedOn: billedOn }
      return [
        ...compensation(policy, derive('compensation') as FeeId, lost.price)(lost),
        ...lateness(policy, feesOfOccasion, derive('lateness') as FeeId)(lost),
      ]
    },
})
