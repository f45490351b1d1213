import type { Day } from '../values/day'
import type { FeeId } from '../values/ids'
import { followUpToFee, type FollowUp } from '../reactions/follow-up'

/** "Written off after three years unless renewed": the closing of the last day on which a fee is owed writes it off. */
export const followUpsToWriteOffLapsedDebts =
  (closing: Day) =>
  (fees: ReadonlyArray<FeeId>): ReadonlyArray<FollowUp> =>
    fees.map((fee) => followUpToFee(fee, { type: 'WriteOffFee', fee, reason: null, role: 'system', on: closing }))
