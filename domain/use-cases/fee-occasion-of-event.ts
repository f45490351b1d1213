import type { DomainEvent } from '../event/domain-event'
import type { FeeOccasionDays } from '../policy/fee-occasion-days'
import type { LoanAtLending } from '../ports/decision-queries'
import type { BorrowerId } from '../values/ids'
import { dayOf } from '../values/instant'

/** An occasion, and whose it is. */
export type FeeOccasionOfBorrower = FeeOccasionDays & { readonly borrower: BorrowerId }

/**
 * The occasion of a return, a renewal or a bill. Undefined for other events, and when the loan is forgotten. A renewal
 * does not say when the loan was made: `renewedLoan` does.
 */
export const feeOccasionOfEvent =
  (renewedLoan: LoanAtLending | undefined) =>
  (event: DomainEvent): FeeOccasionOfBorrower | undefined => {
    if (event.type === 'PastLoanRecorded' && event.sealed.loan._tag === 'Plain')
      return { ...event.sealed.loan.value, lentOn: event.open.lentOn, occasion: event.open.returnedOn }
    if ((event.type === 'LoanReturned' || event.type === 'LoanEndCorrected') && event.sealed.loan._tag === 'Plain')
      return { ...event.sealed.loan.value, occasion: event.open.returnedOn }
    if (event.type === 'CopyBilledAsLost' && event.sealed.loan._tag === 'Plain')
      return { ...event.sealed.loan.value, occasion: event.open.billedOn }
    if (event.type !== 'LoanRenewed' || event.sealed.loan._tag === 'Erased' || renewedLoan === undefined)
      return undefined
    const { borrower, previouslyDueOn: dueOn, renewedAt } = event.sealed.loan.value
    return { borrower, lentOn: renewedLoan.lentOn, dueOn, occasion: dayOf(renewedAt) }
  }
