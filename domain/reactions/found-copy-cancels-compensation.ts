import { CopyFound } from '../copy/events/copy-found'
import { followUpToFee } from './follow-up'
import { defineReaction } from './reaction'

/**
 * "Returning the item later cancels the compensation; the fee stands." Only unsettled compensation is cancelled: a paid
 * bill stays paid.
 */
export const foundCopyCancelsCompensation = defineReaction('found-copy-owes-nothing', {
  eventTypes: [CopyFound],
  factNames: ['unsettledCompensations'],
  followUpsOf:
    ({ unsettledCompensations }) =>
    ({ open: { foundOn } }) =>
      unsettledCompensations.map((fee) =>
        followUpToFee(fee, { type: 'CancelFee', fee, because: 'copy found', on: foundOn }),
      ),
})
