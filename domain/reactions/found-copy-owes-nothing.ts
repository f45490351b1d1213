import { CopyFound } from '../copy/events/copy-found'
import { toFee } from './follow-up'
import { reaction } from './reaction'

/**
 * "Returning the item later cancels the compensation; the fee stands." Only what is still owed is cancelled: a bill
 * that was paid stays paid.
 */
export const foundCopyOwesNothing = reaction('found-copy-owes-nothing', {
  on: [CopyFound],
  needs: ['compensationsOwed'],
  react:
    ({ compensationsOwed }) =>
    ({ open: { foundOn } }) =>
      compensationsOwed.map((fee) => toFee(fee, { type: 'CancelFee', fee, because: 'copy found', on: foundOn })),
})
