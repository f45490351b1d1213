import { LoanEndCorrected } from '../copy/events/loan-end-corrected'
import type { FeeId } from '../values/ids'
import { dayOf } from '../values/instant'
import { feeForLateness } from './fee-for-lateness'
import { followUpToFee } from './follow-up'
import { defineReaction } from './reaction'

/**
 * When a loan had ended earlier than the log said, its unsettled fee for lateness is cancelled, and the fee for the
 * lateness that is left is levied. A fee that is settled, or that other copies share, stands: staff see the case.
 */
export const correctedReturnCorrectsFee = defineReaction('a corrected return corrects its fee', {
  eventTypes: [LoanEndCorrected],
  appliesTo: ({ sealed: { loan } }) => loan._tag === 'Plain' && loan.value.previouslyEndedOn > loan.value.dueOn,
  factNames: ['policy', 'now', 'feesOfOccasion', 'feesBeforeCorrection'],
  followUpsOf:
    ({ policy, now, feesOfOccasion, feesBeforeCorrection }, deriveId) =>
    ({ open: { copy, title, returnedOn }, sealed }) => {
      if (sealed.loan._tag === 'Erased' || feesBeforeCorrection.length === 0) return []
      const { dueOn, previouslyEndedOn } = sealed.loan.value
      if (previouslyEndedOn === returnedOn) return []
      const endedLoan = { ...sealed.loan.value, copy, title, occasion: returnedOn }
      return [
        // Levied before the other is cancelled: a run that is repeated finds what is left to do.
        ...(returnedOn > dueOn ? feeForLateness(policy, feesOfOccasion, deriveId('lateness') as FeeId)(endedLoan) : []),
        ...feesBeforeCorrection.map((fee) =>
          followUpToFee(fee, {
            type: 'CancelFee',
            ...{ fee, because: 'mistake', reason: null, role: 'system', on: dayOf(now) },
          }),
        ),
      ]
    },
})
