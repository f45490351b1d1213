import type { BranchId, LoanId, StatisticsId } from '../values/ids'
import { isVolumeServedBy } from '../values/volume'
import { dayOf, type Instant } from '../values/instant'
import { ageClassOn } from '../policy/age-rules'
import { dueDayOfLoan } from '../policy/due-day-of-loan'
import type { LoanRuleViolation } from '../policy/loan-rule-violation'
import type { Policy } from '../policy/policy'
import type { BorrowerStanding } from '../policy/borrower-standing'
import { textOfRefusalOverride, type RefusalOverride } from '../policy/refusal-override'
import { textOfContinuedLoan } from './continued-loan'
import { LoanStarted } from './events/loan-started'
import { isReservedCopy, type KnownCopy } from './copy-state'

/** What a command says of a new loan. */
interface LoanToStart {
  readonly loan: LoanId
  readonly statistics: StatisticsId
  readonly standing: BorrowerStanding
  readonly branch: BranchId
  readonly at: Instant
  /** What staff have overridden; undefined and null when nothing. */
  readonly override?: RefusalOverride | null
}

/**
 * Whether a loan fulfils a reservation: the one the copy is reserved for, or another of the borrower's on the title.
 */
export const doesLoanFulfilReservation =
  ({ borrower, reservations }: BorrowerStanding) =>
  (state: KnownCopy): boolean =>
    (isReservedCopy(state) && state.reservedFor._tag === 'Plain' && state.reservedFor.value.borrower === borrower) ||
    reservations.some(({ title, volume }) => title === state.item.title && isVolumeServedBy(state.item.volume)(volume))

/**
 * The event that starts a loan. `against` names what a recorded loan was against; it is empty for a loan decided here.
 */
export const loanStartEvent =
  (policy: Policy, against: ReadonlyArray<LoanRuleViolation>) =>
  ({ loan, statistics, standing, branch, at, override = null }: LoanToStart) =>
  (state: KnownCopy): LoanStarted => {
    const { copy, title, name, group: material } = state.item
    const { borrower, group, municipality } = standing
    const lentOn = dayOf(at)
    const age = ageClassOn(policy.adultAge)(standing.birthDate)(lentOn)
    return LoanStarted(
      { loan, statistics, copy, title, branch, lentOn },
      {
        loan: {
          borrower,
          dueOn: dueDayOfLoan(policy)({ material, group, branch })(lentOn),
          lentAt: at,
          borrowerGroup: group,
          ageClass: age,
          name,
          fulfils: doesLoanFulfilReservation(standing)(state),
          against,
          override: textOfRefusalOverride(override),
          continues: textOfContinuedLoan(null),
        },
        statistics: { borrowerGroup: group, municipality, ageClass: age },
      },
    )
  }
