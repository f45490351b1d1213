import { FeeReimbursed } from '../fee/events/fee-reimbursed'
import type { FeeId } from '../values/ids'
import { followUpToFee } from './follow-up'
import { defineReaction } from './reaction'

/** What goes back for a paid fee is a reimbursement of its own, because the paid fee is erased in its time. */
export const reimbursedFeeGrantsReimbursement = defineReaction('reimbursed-fee-grants-reimbursement', {
  eventTypes: [FeeReimbursed],
  factNames: [],
  followUpsOf: (_facts, deriveId) => (event) => {
    if (event.sealed.fee._tag === 'Erased') return []
    const { borrower, amount, because, reimbursedOn: on, items } = event.sealed.fee.value
    const fee = deriveId('reimbursement') as FeeId
    return [followUpToFee(fee, { type: 'GrantReimbursement', fee, borrower, amount, because, items, on })]
  },
})
