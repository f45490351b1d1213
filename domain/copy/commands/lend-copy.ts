import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { BranchId, LoanId, StatisticsId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { checkRulesUnlessOverridden } from '../../policy/check-rules-unless-overridden'
import { overridableLendingRules } from '../../policy/lending-rules'
import type { Policy } from '../../policy/policy'
import type { BorrowerStanding } from '../../policy/borrower-standing'
import type { OverrideReason } from '../../policy/refusal-override'
import { copyAvailabilityFor } from '../copy-availability-for-borrower'
import type { DecideFromState } from '../decide-copy-from-state'
import { loanStartEvent } from '../loan-start-event'
import { refuseCopyCommand, refuseInCopyState, type CopyRefusal } from '../copy-refusal'
import { releaseEventOfLentCopy } from '../copy-release-event'
import { isReservedCopy } from '../copy-state'

/** Lends a copy. A copy reserved for the borrower is released by the loan, and the reservation fulfilled. */
export interface LendCopy {
  readonly type: 'Lend'
  readonly loan: LoanId
  /** The statistics scope of the month. */
  readonly statistics: StatisticsId
  /** Read under the borrower's lock; undefined when no borrower has the id. */
  readonly standing: BorrowerStanding | undefined
  readonly branch: BranchId
  readonly at: Instant
  /** Why staff go on in spite of a refusal; undefined when they do not. */
  readonly overrideReason?: OverrideReason | undefined
}

/** Refused with the first refusal of the rules of lending that staff do not override. */
export const decideLendCopy =
  (policy: Policy) =>
  ({ standing, overrideReason, ...lending }: LendCopy): DecideFromState =>
  (state) => {
    if (state._tag === 'Unknown') return refuseInCopyState(state)
    if (standing === undefined) return refuseCopyCommand({ _tag: 'LoanIsRefused', because: 'borrowerUnknown' })
    return pipe(
      {
        policy,
        standing,
        material: state.item,
        availability: copyAvailabilityFor(standing.borrower)(state),
        day: dayOf(lending.at),
      },
      checkRulesUnlessOverridden(overridableLendingRules)(overrideReason),
      E.mapLeft((refusal): CopyRefusal => ({ _tag: 'LoanIsRefused', ...refusal })),
      E.map((override) => [
        ...(isReservedCopy(state) ? [releaseEventOfLentCopy(standing.borrower, lending.branch)(state)] : []),
        loanStartEvent(policy, [])({ ...lending, standing, override })(state),
      ]),
    )
  }
