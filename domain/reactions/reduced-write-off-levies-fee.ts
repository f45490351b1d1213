import { WriteOffReduced } from '../fee/events/write-off-reduced'
import type { FeeId } from '../values/ids'
import { lastDayOwed } from '../policy/fee-policy'
import { followUpToFee } from './follow-up'
import { defineReaction } from './reaction'

/** What is owed again after a write-off is a new fee, because the one written off is erased in its time. */
export const reducedWriteOffLeviesFee = defineReaction('reduced-write-off-levies-fee', {
  eventTypes: [WriteOffReduced],
  factNames: ['policy'],
  followUpsOf:
    ({ policy }, deriveId) =>
    (event) => {
      if (event.sealed.fee._tag === 'Erased') return []
      const { kind, borrower, amount, lentOn, dueOn, occasion, items, reducedOn: leviedOn } = event.sealed.fee.value
      const fee = deriveId('owed again') as FeeId
      const terms = { lentOn, dueOn, occasion, leviedOn, owedUntil: lastDayOwed(policy.fees)(leviedOn), items }
      return [followUpToFee(fee, { type: 'LevyFee', fee, kind, borrower, amount, ...terms })]
    },
})
