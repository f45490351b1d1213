import { CopyFound } from '../copy/events/copy-found'
import { followUpToFee } from './follow-up'
import { defineReaction } from './reaction'
import { reimburseByRule } from './reimburse-by-rule'

/**
 * "Returning the item later cancels the compensation; the fee stands." Compensation that was paid is reimbursed, as long
 * as it is not erased: the price goes back, handling and the fee for lateness stand.
 */
export const foundCopyCancelsCompensation = defineReaction('found-copy-owes-nothing', {
  eventTypes: [CopyFound],
  factNames: ['unsettledCompensations', 'paidCompensations'],
  followUpsOf:
    ({ unsettledCompensations, paidCompensations }) =>
    ({ open: { foundOn: on } }) => [
      ...unsettledCompensations.map((fee) =>
        followUpToFee(fee, { type: 'CancelFee', fee, because: 'copy found', reason: null, role: 'system', on }),
      ),
      ...paidCompensations.map(reimburseByRule('copy found', on)),
    ],
})
