import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { LoanId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { renewedDueDay } from '../../policy/due-day-of-loan'
import type { Policy } from '../../policy/policy'
import type { RenewalDenial } from '../../policy/renewal-outcome'
import { renewableFrom, renewalRules, type RenewalCase } from '../../policy/renewal-rules'
import { firstRefusal } from '../../policy/policy-rule'
import type { BorrowerStanding } from '../../policy/borrower-standing'
import type { DecideFromState } from '../decide-copy-from-state'
import { LoanRenewed } from '../events/loan-renewed'
import { refuseCopyCommand, type CopyRefusal } from '../copy-refusal'

/** Renews a loan. */
export interface RenewLoan {
  readonly type: 'Renew'
  readonly loan: LoanId
  /** Read under the borrower's lock; undefined when no borrower has the id. */
  readonly standing: BorrowerStanding | undefined
  /** How many other borrowers wait for the title and are not absent on the day. */
  readonly othersWaiting: number
  readonly at: Instant
}

const denied = (answer: RenewalDenial): CopyRefusal => ({ _tag: 'RenewalIsDenied', answer })

/** The rules deny for another reason only a renewal that comes too early. */
const deniedByRules =
  (renewal: RenewalCase) =>
  (answer: RenewalDenial): CopyRefusal =>
    answer === 'deniedOtherReason'
      ? { _tag: 'RenewalIsDenied', answer, why: { _tag: 'TooEarly', renewableFrom: renewableFrom(renewal) } }
      : denied(answer)

const claimedReturned: CopyRefusal = {
  _tag: 'RenewalIsDenied',
  answer: 'deniedOtherReason',
  why: { _tag: 'ClaimedReturned' },
}

/** Answers an event (`renewed`), or refuses with one of the eight other answers. */
export const decideRenewLoan =
  (policy: Policy) =>
  ({ loan, standing, othersWaiting, at }: RenewLoan): DecideFromState =>
  (state) => {
    if (standing === undefined) return refuseCopyCommand(denied('deniedLoanerNotFound'))
    if (state._tag !== 'OnLoan' || state.loan !== loan) return refuseCopyCommand(denied('deniedMaterialIsNotFound'))
    if (state.details._tag === 'Erased') return refuseCopyCommand(denied('deniedLoanerNotFound'))
    const { borrower, dueOn } = state.details.value
    if (borrower !== standing.borrower) return refuseCopyCommand(denied('deniedOtherReason'))
    if (state.claimedOn !== undefined) return refuseCopyCommand(claimedReturned)
    const { copy, group: material } = state.item
    const { renewals, branch } = state
    const day = dayOf(at)
    const renewal = { policy, standing, material, renewals, dueOn, othersWaiting, day }
    return pipe(
      renewal,
      firstRefusal(renewalRules),
      E.mapLeft(deniedByRules(renewal)),
      E.map(() => renewedDueDay(policy)({ material, group: standing.group, branch, dueOn })(day)),
      E.map((newDueOn) => [
        LoanRenewed({ loan, copy }, { loan: { borrower, dueOn: newDueOn, previouslyDueOn: dueOn, renewedAt: at } }),
      ]),
    )
  }
