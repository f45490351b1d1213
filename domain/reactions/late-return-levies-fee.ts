import { LoanReturned } from '../copy/events/loan-returned'
import { PastLoanRecorded } from '../copy/events/past-loan-recorded'
import type { Day } from '../values/day'
import type { FeeId } from '../values/ids'
import { feeForLateness } from './fee-for-lateness'
import { defineReaction } from './reaction'

/** The day of lending: open in a loan that was recorded after it had ended. */
const lentOnOf = ({ open, sealed: { loan } }: LoanReturned | PastLoanRecorded): Day | undefined =>
  'lentOn' in open ? open.lentOn : loan._tag === 'Plain' && 'lentOn' in loan.value ? loan.value.lentOn : undefined

/** A late return levies the fee of its occasion, or joins it. For an erased return this reaction has already run. */
export const lateReturnLeviesFee = defineReaction('late-return-owes', {
  eventTypes: [LoanReturned, PastLoanRecorded],
  appliesTo: ({ open, sealed: { loan } }) => loan._tag === 'Plain' && open.returnedOn > loan.value.dueOn,
  factNames: ['policy', 'feesOfOccasion'],
  followUpsOf:
    ({ policy, feesOfOccasion }, deriveId) =>
    (event) => {
      const {
        open: { copy, title, returnedOn },
        sealed,
      } = event
      const lentOn = lentOnOf(event)
      return sealed.loan._tag === 'Erased' || lentOn === undefined
        ? []
        : feeForLateness(
            policy,
            feesOfOccasion,
            deriveId('lateness') as FeeId,
          )({
            ...sealed.loan.value,
            lentOn,
            copy,
            title,
            endedOn: returnedOn,
          })
    },
})
