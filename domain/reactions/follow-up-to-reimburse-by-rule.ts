import type { ReimbursementReason } from '../fee/reimbursement-reason'
import type { ReimbursableFee } from '../ports/decision-queries'
import type { Day } from '../values/day'
import { followUpToFee, type FollowUp } from './follow-up'

/** Gives money back by a rule, without a decision of staff. */
export const followUpToReimburseByRule =
  (because: ReimbursementReason, on: Day) =>
  ({ fee, borrower, amount, items }: ReimbursableFee): FollowUp =>
    followUpToFee(fee, {
      ...{ type: 'ReimburseFee', fee, borrower, amount, because },
      ...{ reason: null, role: 'system', items, on },
    })
