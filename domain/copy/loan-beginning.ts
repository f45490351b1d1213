import type { BranchId, LoanId, StatisticsId } from '../values/ids'
import { dayOf, type Instant } from '../values/instant'
import { ageClass } from '../policy/age'
import { dueDay } from '../policy/due-day'
import type { LendingRefusalTag } from '../policy/lending-refusal'
import type { Policy } from '../policy/policy'
import type { Standing } from '../policy/standing'
import { LoanStarted } from './events/loan-started'
import { isKept, type KnownCopy } from './state'

/** The ids, the borrower, the place and the moment of a loan, as a command brings them. */
export interface Lending {
  readonly loan: LoanId
  readonly statistics: StatisticsId
  readonly standing: Standing
  readonly branch: BranchId
  readonly at: Instant
}

/** Whether a loan fulfils a reservation: the one the copy is kept for, or any that the borrower has on the title. */
const fulfils =
  ({ borrower, reservations }: Standing) =>
  (state: KnownCopy): boolean =>
    (isKept(state) && state.keptFor._tag === 'Plain' && state.keptFor.value.borrower === borrower) ||
    reservations.some(({ title }) => title === state.item.title)

/** The beginning of a loan. `against` is what stood against it; empty for one that was decided here. */
export const loanBeginning =
  (policy: Policy, against: ReadonlyArray<LendingRefusalTag>) =>
  ({ loan, statistics, standing, branch, at }: Lending) =>
  (state: KnownCopy): LoanStarted => {
    const { copy, title, name, group: material } = state.item
    const { borrower, group, municipality } = standing
    const lentOn = dayOf(at)
    const age = ageClass(policy.adultFrom)(standing.birthDate)(lentOn)
    return LoanStarted(
      { loan, statistics, copy, title, branch, lentOn },
      {
        loan: {
          borrower,
          dueOn: dueDay(policy)({ material, group, branch })(lentOn),
          lentAt: at,
          borrowerGroup: group,
          ageClass: age,
          name,
          fulfils: fulfils(standing)(state),
          against,
        },
        statistics: { borrowerGroup: group, municipality, ageClass: age },
      },
    )
  }
