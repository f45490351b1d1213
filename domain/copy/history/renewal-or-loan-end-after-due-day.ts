import type { MaterialGroup } from '../../policy/material-group'
import type { Policy } from '../../policy/policy'
import type { Day } from '../../values/day'
import { dayOf, type Instant } from '../../values/instant'
import type { LoanInCopyHistory, PersonalPartOfLoanInHistory } from './copy-history'
import { dueDayAtInstant } from './due-day-at-instant'

/** A loan was renewed, or ended, after the due day that it had then. */
export interface RenewalOrLoanEndAfterDueDay {
  readonly at: Instant
  readonly dueOn: Day
  readonly occasion: Day
}

/** The latenesses of a loan as the log has it, for which a fee is owed. An end that was claimed owes none. */
export const latenessesOfLoan =
  (policy: Policy, material: MaterialGroup) =>
  (
    { end, ...loan }: LoanInCopyHistory,
    details: PersonalPartOfLoanInHistory,
  ): ReadonlyArray<RenewalOrLoanEndAfterDueDay> => {
    const renewals = loan.renewedAt.map((at) => ({ at, on: dayOf(at) }))
    const occasions = end?.owesFeeIfLate === true ? [...renewals, end] : renewals
    return occasions.flatMap(({ at, on: occasion }) => {
      const renewedAt = loan.renewedAt.filter((renewal) => renewal < at)
      const dueOn = dueDayAtInstant(policy, material)(at)({ ...loan, end, renewedAt }, details)
      return occasion > dueOn ? [{ at, dueOn, occasion }] : []
    })
  }

/** Whether the log counted a loan as late after a moment. */
export const hasLatenessOfLoanAfter =
  (policy: Policy, material: MaterialGroup) =>
  (moment: Instant) =>
  (loan: LoanInCopyHistory, details: PersonalPartOfLoanInHistory): boolean =>
    latenessesOfLoan(policy, material)(loan, details).some(({ at }) => at > moment)
