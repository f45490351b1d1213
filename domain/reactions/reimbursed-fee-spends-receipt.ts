import { FeeReimbursed } from '../fee/events/fee-reimbursed'
import { followUpToReceipt } from './follow-up'
import { defineReaction } from './reaction'

/** A reimbursement replaces the receipt that was given for the fee: no money goes back twice. */
export const reimbursedFeeSpendsReceipt = defineReaction('reimbursed-fee-spends-receipt', {
  eventTypes: [FeeReimbursed],
  factNames: ['replacedReceipts'],
  followUpsOf:
    ({ replacedReceipts }) =>
    () =>
      replacedReceipts.map((receipt) => followUpToReceipt(receipt, { type: 'SpendReceipt', receipt })),
})
