import { makePlain, type PlainOrErased } from '../../event/plain-or-erased'
import { effectiveDeadline } from '../../policy/effective-deadline'
import { renewedDueDay } from '../../policy/due-day-of-loan'
import type { MaterialGroup } from '../../policy/material-group'
import type { Policy } from '../../policy/policy'
import type { Day } from '../../values/day'
import type { LoanId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { CopyOnLoan, KnownCopy } from '../copy-state'
import type { CopyHistory, LoanInCopyHistory, PersonalPartOfLoanInHistory } from './copy-history'

export const findLoanInCopyHistory =
  (loan: LoanId) =>
  ({ loans }: CopyHistory): LoanInCopyHistory | undefined =>
    loans.find((one) => one.loan === loan)

/**
 * The due day of a loan at a moment, by the closed days of its branch: renewals after the moment do not count.
 */
export const dueDayAtInstant =
  (policy: Policy, material: MaterialGroup) =>
  (at: Instant) =>
  (
    { branch, renewedAt }: LoanInCopyHistory,
    { borrowerGroup: group, dueOn: firstDueOn }: PersonalPartOfLoanInHistory,
  ): Day =>
    renewedAt
      .filter((renewal) => renewal <= at)
      .reduce(
        (dueOn, renewal) =>
          effectiveDeadline(policy)(branch)(renewedDueDay(policy)({ material, group, branch, dueOn })(dayOf(renewal))),
        effectiveDeadline(policy)(branch)(firstDueOn),
      )

const detailsAt =
  (policy: Policy, history: CopyHistory, at: Instant) =>
  ({ loan, item, details }: CopyOnLoan): PlainOrErased<Extract<CopyOnLoan['details'], { _tag: 'Plain' }>['value']> => {
    const inHistory = findLoanInCopyHistory(loan)(history)
    if (details._tag === 'Erased' || inHistory === undefined || inHistory.details._tag === 'Erased') return details
    if (!inHistory.renewedAt.some((renewal) => renewal > at)) return details
    return makePlain({
      ...details.value,
      dueOn: dueDayAtInstant(policy, item.group)(at)(inHistory, inHistory.details.value),
    })
  }

/** The state, with the due day that a running loan had at a moment. */
export const copyStateWithDueDayAtInstant =
  (policy: Policy, history: CopyHistory, at: Instant) =>
  <S extends KnownCopy>(state: S): S =>
    state._tag === 'OnLoan' ? { ...state, details: detailsAt(policy, history, at)(state) } : state
