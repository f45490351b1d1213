import { isSameFeeOccasion, type FeeOccasionDays } from '../policy/fee-occasion-days'
import type { BorrowerFee } from '../ports/decision-queries'
import type { CopyId } from '../values/ids'

/** Whether a rule alone has levied a fee for the copy alone, and nobody has settled it. */
export const isUnsettledAutomaticFeeForCopy =
  (copy: CopyId) =>
  ({ ending, copies, decidedByStaff }: BorrowerFee): boolean =>
    ending === null && !decidedByStaff && copies.every((one) => one === copy)

/** Whether a rule has cancelled a fee: it counts no more. What staff have cancelled stays their decision. */
export const isFeeCancelledByRule = ({ ending, decidedByStaff }: BorrowerFee): boolean =>
  ending === 'cancelled' && !decidedByStaff

/**
 * The fees for lateness that name the copy and stand, although what the loan owes by now has no such occasion: they are
 * settled, staff have decided on them, or other copies share them. No fee is levied beside them.
 */
export const latenessFeesToKeep = (
  copy: CopyId,
  owed: ReadonlyArray<FeeOccasionDays>,
  levied: ReadonlyArray<BorrowerFee>,
): ReadonlyArray<BorrowerFee> =>
  levied.filter(
    (fee) =>
      fee.copies.includes(copy) &&
      !isFeeCancelledByRule(fee) &&
      !owed.some(isSameFeeOccasion(fee)) &&
      !isUnsettledAutomaticFeeForCopy(copy)(fee),
  )
