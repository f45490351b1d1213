import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { MaterialGroup } from '../../policy/material-group'
import type { Policy } from '../../policy/policy'
import type { Day } from '../../values/day'
import type { BranchId, LoanId } from '../../values/ids'
import { refuseCopyCommand, type CopyRefusal } from '../copy-refusal'
import type { CopyHistory, PersonalPartOfLoanInHistory } from './copy-history'
import { dueDayAtInstant, findLoanInCopyHistory } from './due-day-at-instant'

/** A loan that ended with a return, and the terms that it had at its end. */
export interface ReturnedLoan {
  readonly details: PersonalPartOfLoanInHistory
  /** The day of lending, of the first loan when it continues others. */
  readonly lentOn: Day
  readonly dueOn: Day
  readonly renewals: number
  readonly returnedOn: Day
  /** Where it was returned. */
  readonly branch: BranchId
  /** Whether another loan of the copy was recorded later. */
  readonly wasLentSince: boolean
}

/** The loan that a return has ended. Refused: `LoanIsForgotten`, `LoanIsNotReturned`. */
export const findReturnedLoan =
  (policy: Policy, material: MaterialGroup) =>
  (loan: LoanId) =>
  (history: CopyHistory): Either<CopyRefusal, ReturnedLoan> => {
    const found = findLoanInCopyHistory(loan)(history)
    if (found === undefined || found.details._tag === 'Erased') return refuseCopyCommand({ _tag: 'LoanIsForgotten' })
    const { details, end, lentOn, renewedAt, renewalsBefore } = found
    const entry = history.timeline.findLast((one) => one.type === 'returned' && one.ended === loan)
    if (end === undefined || entry === undefined) return refuseCopyCommand({ _tag: 'LoanIsNotReturned' })
    return E.right({
      ...{ details: details.value, lentOn, branch: entry.branch, returnedOn: end.on },
      dueOn: dueDayAtInstant(policy, material)(end.at)(found, details.value),
      renewals: renewalsBefore + renewedAt.length,
      wasLentSince: history.loans.at(-1)?.loan !== loan,
    })
  }
