import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { LoanId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { renewedDueDay } from '../../policy/due-day-of-loan'
import type { Policy } from '../../policy/policy'
import type { RenewalDenial } from '../../policy/renewal-outcome'
import { checkRulesUnlessOverridden, type RefusalByRules } from '../../policy/check-rules-unless-overridden'
import { overridableRenewalRules, renewableFrom, type RenewalCase } from '../../policy/renewal-rules'
import type { BorrowerStanding } from '../../policy/borrower-standing'
import { textOfRefusalOverride, type OverrideReason } from '../../policy/refusal-override'
import type { DecideFromState } from '../decide-copy-from-state'
import { LoanRenewed } from '../events/loan-renewed'
import { refuseCopyCommand, type CopyRefusal } from '../copy-refusal'
import { renewalsOfLoan } from '../copy-state'

/** Renews a loan. */
export interface RenewLoan {
  readonly type: 'Renew'
  readonly loan: LoanId
  /** Read under the borrower's lock; undefined when no borrower has the id. */
  readonly standing: BorrowerStanding | undefined
  /** How many other borrowers wait for the title and are not absent on the day. */
  readonly othersWaiting: number
  readonly at: Instant
  /** Why staff go on in spite of a denial; undefined when they do not. */
  readonly overrideReason?: OverrideReason | undefined
}

const denied = (answer: RenewalDenial): CopyRefusal => ({ _tag: 'RenewalIsDenied', answer })

/** The rules deny for another reason only a renewal that comes too early. */
const deniedByRules =
  (renewal: RenewalCase) =>
  ({ because: answer, ...more }: RefusalByRules<RenewalDenial>): CopyRefusal => ({
    ...{ _tag: 'RenewalIsDenied', answer, ...more },
    ...(answer === 'deniedOtherReason' ? { why: { _tag: 'TooEarly', renewableFrom: renewableFrom(renewal) } } : {}),
  })

const claimedReturned: CopyRefusal = {
  _tag: 'RenewalIsDenied',
  answer: 'deniedOtherReason',
  why: { _tag: 'ClaimedReturned' },
}

/** Answers an event (`renewed`), or refuses with one of the eight other answers. */
export const decideRenewLoan =
  (policy: Policy) =>
  ({ loan, standing, othersWaiting, at, overrideReason }: RenewLoan): DecideFromState =>
  (state) => {
    if (standing === undefined) return refuseCopyCommand(denied('deniedLoanerNotFound'))
    if (state._tag !== 'OnLoan' || state.loan !== loan) return refuseCopyCommand(denied('deniedMaterialIsNotFound'))
    if (state.details._tag === 'Erased') return refuseCopyCommand(denied('deniedLoanerNotFound'))
    const { borrower, dueOn } = state.details.value
    if (borrower !== standing.borrower) return refuseCopyCommand(denied('deniedOtherReason'))
    if (state.claimedOn !== undefined) return refuseCopyCommand(claimedReturned)
    const { copy, group: material } = state.item
    const renewals = renewalsOfLoan(state)
    const { branch } = state
    const day = dayOf(at)
    const renewal = { policy, standing, material, renewals, dueOn, othersWaiting, day }
    return pipe(
      renewal,
      checkRulesUnlessOverridden(overridableRenewalRules)(overrideReason),
      E.mapLeft(deniedByRules(renewal)),
      E.map((override) => {
        const newDueOn = renewedDueDay(policy)({ material, group: standing.group, branch, dueOn })(day)
        const renewed = { borrower, dueOn: newDueOn, previouslyDueOn: dueOn, renewedAt: at }
        return [LoanRenewed({ loan, copy }, { loan: { ...renewed, override: textOfRefusalOverride(override) } })]
      }),
    )
  }
