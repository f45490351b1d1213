import { LoanReturned } from '../copy/events/loan-returned'
import { PastLoanRecorded } from '../copy/events/past-loan-recorded'
import type { FeeId } from '../values/ids'
import { feeForLateness, type LateLoan } from './fee-for-lateness'
import { defineReaction } from './reaction'

/** The loan that ended late; undefined when it is erased. A loan recorded after it had ended says openly when it was lent. */
const lateLoanOf = (event: LoanReturned | PastLoanRecorded): LateLoan | undefined => {
  const { copy, title, returnedOn: occasion } = event.open
  if (event.type === 'PastLoanRecorded') {
    const { loan } = event.sealed
    return loan._tag === 'Erased' ? undefined : { ...loan.value, copy, title, lentOn: event.open.lentOn, occasion }
  }
  const { loan } = event.sealed
  return loan._tag === 'Erased' ? undefined : { ...loan.value, copy, title, occasion }
}

/** A late return levies the fee of its occasion, or joins it. For an erased return this reaction has already run. */
export const lateReturnLeviesFee = defineReaction('late-return-owes', {
  eventTypes: [LoanReturned, PastLoanRecorded],
  appliesTo: ({ open, sealed: { loan } }) => loan._tag === 'Plain' && open.returnedOn > loan.value.dueOn,
  factNames: ['policy', 'feesOfOccasion'],
  followUpsOf:
    ({ policy, feesOfOccasion }, deriveId) =>
    (event) => {
      const lateLoan = lateLoanOf(event)
      return lateLoan === undefined
        ? []
        : feeForLateness(policy, feesOfOccasion, deriveId('lateness') as FeeId)(lateLoan)
    },
})
