import { LoanReturned } from '../copy/events/loan-returned'
import { PastLoanRecorded } from '../copy/events/past-loan-recorded'
import type { FeeId } from '../values/ids'
import { feeFollowUpsOfLateLoan, type LateLoanForFee } from './fee-follow-ups-of-late-loan'
import { latenessFeesToKeep } from './lateness-fees-to-keep'
import type { LatenessFeesOfLoan } from './lateness-fees-of-loan'
import { defineReaction } from './reaction'

/** The loan that ended late; undefined when it is erased. A loan recorded after it had ended says openly when it was lent. */
const lateLoanOf = (event: LoanReturned | PastLoanRecorded): LateLoanForFee | undefined => {
  const { copy, title, returnedOn: occasion } = event.open
  if (event.type === 'PastLoanRecorded') {
    const { loan } = event.sealed
    return loan._tag === 'Erased' ? undefined : { ...loan.value, copy, title, lentOn: event.open.lentOn, occasion }
  }
  const { loan } = event.sealed
  return loan._tag === 'Erased' ? undefined : { ...loan.value, copy, title, occasion }
}

const nothingOwed: LatenessFeesOfLoan = { owed: [], levied: [] }

/**
 * A late return levies the fee of its occasion, or joins it. For an erased return this reaction has already run. A return
 * that comes late may make a renewal void whose fee stands: then none is levied beside it.
 */
export const lateReturnLeviesFee = defineReaction('late-return-owes', {
  eventTypes: [LoanReturned, PastLoanRecorded],
  appliesTo: ({ open, sealed: { loan } }) => loan._tag === 'Plain' && open.returnedOn > loan.value.dueOn,
  factNames: ['policy', 'feesOfOccasion', 'latenessOfLoan'],
  followUpsOf:
    ({ policy, feesOfOccasion, latenessOfLoan: { owed, levied } = nothingOwed }, deriveId) =>
    (event) => {
      const lateLoan = lateLoanOf(event)
      return lateLoan === undefined || latenessFeesToKeep(event.open.copy, owed, levied).length > 0
        ? []
        : feeFollowUpsOfLateLoan(policy, feesOfOccasion, deriveId('lateness') as FeeId)(lateLoan)
    },
})
