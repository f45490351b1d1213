import { continuedLoanOfText } from '../copy/continued-loan'
import { LoanStarted } from '../copy/events/loan-started'
import { isSameFeeOccasion, type FeeOccasionDays } from '../policy/fee-occasion-days'
import { dayOf } from '../values/instant'
import { followUpToFee } from './follow-up'
import { isUnsettledAutomaticFeeForCopy } from './lateness-fees-to-keep'
import { defineReaction } from './reaction'

/** The occasion of the return that was undone; undefined when the loan continues none, or is erased. */
const occasionOfUndoneReturn = ({
  open: { lentOn: undoneOn },
  sealed: { loan },
}: LoanStarted): FeeOccasionDays | undefined => {
  if (loan._tag === 'Erased') return undefined
  const continued = continuedLoanOfText(loan.value.continues)
  return continued === null ? undefined : { lentOn: continued.lentOn, dueOn: loan.value.dueOn, occasion: undoneOn }
}

/**
 * When a return is undone, the fee for lateness that it levied is cancelled. One that covers other copies of the same
 * occasion stands for them.
 */
export const undoneReturnCancelsFee = defineReaction('an undone return cancels its fee', {
  eventTypes: [LoanStarted],
  appliesTo: (event) => occasionOfUndoneReturn(event) !== undefined,
  factNames: ['now', 'latenessOfLoan'],
  followUpsOf:
    ({ now, latenessOfLoan }) =>
    (event) => {
      const occasion = occasionOfUndoneReturn(event)
      if (occasion === undefined || latenessOfLoan === undefined) return []
      return latenessOfLoan.levied
        .filter(isSameFeeOccasion(occasion))
        .filter(isUnsettledAutomaticFeeForCopy(event.open.copy))
        .map(({ fee }) =>
          followUpToFee(fee, {
            type: 'CancelFee',
            ...{ fee, because: 'mistake', reason: null, role: 'system', on: dayOf(now) },
          }),
        )
    },
})
