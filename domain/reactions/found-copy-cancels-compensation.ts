import { CopyFound } from '../copy/events/copy-found'
import { dayOf } from '../values/instant'
import { followUpToFee } from './follow-up'
import { defineReaction } from './reaction'
import { followUpToReimburseByRule } from './follow-up-to-reimburse-by-rule'

/**
 * "Returning the item later cancels the compensation; the fee stands." Compensation that was paid is reimbursed, as long
 * as it is not erased: the price goes back, handling and the fee for lateness stand. The day is that of the decision: a
 * return that arrives late is of a day before the bill or its payment.
 */
export const foundCopyCancelsCompensation = defineReaction('found-copy-owes-nothing', {
  eventTypes: [CopyFound],
  factNames: ['now', 'unsettledCompensations', 'paidCompensations'],
  followUpsOf:
    ({ now, unsettledCompensations, paidCompensations }) =>
    () => {
      const on = dayOf(now)
      return [
        ...unsettledCompensations.map((fee) =>
          followUpToFee(fee, { type: 'CancelFee', fee, because: 'copy found', reason: null, role: 'system', on }),
        ),
        ...paidCompensations.map(followUpToReimburseByRule('copy found', on)),
      ]
    },
})
