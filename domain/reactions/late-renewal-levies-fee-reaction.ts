import { LoanRenewed } from '../copy/events/loan-renewed'
import { dayOf } from '../values/instant'
import type { FeeId } from '../values/ids'
import { feeFollowUpsOfLateLoan } from './fee-follow-ups-of-late-loan'
import { defineReaction } from './reaction'

/**
 * "An overdue item may be renewed; the fee for the lateness is still due." A late renewal levies the fee of its
 * occasion, or joins it, like a late return.
 */
export const lateRenewalLeviesFeeReaction = defineReaction('late-renewal-owes', {
  eventTypes: [LoanRenewed],
  appliesTo: ({ sealed: { loan } }) =>
    loan._tag === 'Plain' && dayOf(loan.value.renewedAt) > loan.value.previouslyDueOn,
  factNames: ['policy', 'renewedLoan', 'feesOfOccasion'],
  followUpsOf:
    ({ policy, renewedLoan, feesOfOccasion }, deriveId) =>
    ({ open: { copy }, sealed: { loan } }) => {
      if (loan._tag === 'Erased' || renewedLoan === undefined) return []
      const { borrower, previouslyDueOn: dueOn, renewedAt } = loan.value
      const lateLoan = { ...renewedLoan, copy, borrower, dueOn, occasion: dayOf(renewedAt) }
      return feeFollowUpsOfLateLoan(policy, feesOfOccasion, deriveId('lateness') as FeeId)(lateLoan)
    },
})
