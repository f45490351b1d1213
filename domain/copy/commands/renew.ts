import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { LoanId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { renewedDueDay } from '../../policy/due-day'
import type { Policy } from '../../policy/policy'
import type { RenewalDenial } from '../../policy/renewal-answer'
import { renewalRules } from '../../policy/renewal'
import { firstRefusal } from '../../policy/rule'
import type { Standing } from '../../policy/standing'
import type { Decision } from '../decision'
import { LoanRenewed } from '../events/loan-renewed'
import { refuse, type CopyRefusal } from '../refusal'

/** Lets a loan run longer. */
export interface Renew {
  readonly type: 'Renew'
  readonly loan: LoanId
  /** Read under the borrower's gate; undefined when nobody has that id. */
  readonly standing: Standing | undefined
  /** How many others wait for the title. */
  readonly waiting: number
  readonly at: Instant
}

const denied = (answer: RenewalDenial): CopyRefusal => ({ _tag: 'RenewalIsDenied', answer })

/** Answered by an event (`renewed`), or refused with one of the eight other answers. */
export const renew =
  (policy: Policy) =>
  ({ loan, standing, waiting, at }: Renew): Decision =>
  (state) => {
    if (standing === undefined) return refuse(denied('deniedLoanerNotFound'))
    if (state._tag !== 'OnLoan' || state.loan !== loan) return refuse(denied('deniedMaterialIsNotFound'))
    if (state.details._tag === 'Erased') return refuse(denied('deniedLoanerNotFound'))
    const { borrower, dueOn } = state.details.value
    if (borrower !== standing.borrower) return refuse(denied('deniedOtherReason'))
    const { copy, group: material } = state.item
    const { renewals, branch } = state
    const day = dayOf(at)
    return pipe(
      { policy, standing, material, renewals, dueOn, waiting, day },
      firstRefusal(renewalRules),
      E.mapLeft(denied),
      E.map(() => renewedDueDay(policy)({ material, group: standing.group, branch, dueOn })(day)),
      E.map((newDueOn) => [
        LoanRenewed({ loan, copy }, { loan: { borrower, dueOn: newDueOn, previouslyDueOn: dueOn, renewedAt: at } }),
      ]),
    )
  }
