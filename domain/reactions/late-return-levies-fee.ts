import { LoanReturned } from '../copy/events/loan-returned'
import type { FeeId } from '../values/ids'
import { feeForLateness } from './fee-for-lateness'
import { defineReaction } from './reaction'

/** A late return levies the fee of its occasion, or joins it. For an erased return this reaction has already run. */
export const lateReturnLeviesFee = defineReaction('late-return-owes', {
  eventTypes: [LoanReturned],
  appliesTo: ({ open, sealed: { loan } }) => loan._tag === 'Plain' && open.returnedOn > loan.value.dueOn,
  factNames: ['policy', 'feesOfOccasion'],
  followUpsOf:
    ({ policy, feesOfOccasion }, deriveId) =>
    ({ open: { copy, title, returnedOn }, sealed }) =>
      sealed.loan._tag === 'Erased'
        ? []
        : feeForLateness(
            policy,
            feesOfOccasion,
            deriveId('lateness') as FeeId,
          )({
            ...sealed.loan.value,
            copy,
            title,
            occasion: returnedOn,
          }),
})
