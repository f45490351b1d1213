import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { BranchId, LoanId, StatisticsId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { lendingRules } from '../../policy/lending'
import type { Policy } from '../../policy/policy'
import { firstRefusal } from '../../policy/rule'
import type { Standing } from '../../policy/standing'
import { availabilityFor } from '../availability'
import type { Decision } from '../decision'
import { loanBeginning } from '../loan-beginning'
import { refuse, refuseAsItIs, type CopyRefusal } from '../refusal'
import { releasing } from '../releasing'
import { isKept } from '../state'

/** Lends a copy. A copy kept for the borrower is released by it, and the reservation fulfilled. */
export interface Lend {
  readonly type: 'Lend'
  readonly loan: LoanId
  /** The month's scope of statistics. */
  readonly statistics: StatisticsId
  /** Read under the borrower's gate; undefined when nobody has that id. */
  readonly standing: Standing | undefined
  readonly branch: BranchId
  readonly at: Instant
}

/** Refused with the first rule of lending that stands against it. */
export const lend =
  (policy: Policy) =>
  ({ standing, ...lending }: Lend): Decision =>
  (state) => {
    if (state._tag === 'Unknown') return refuseAsItIs(state)
    if (standing === undefined) return refuse({ _tag: 'LoanIsRefused', because: 'borrowerUnknown' })
    return pipe(
      {
        policy,
        standing,
        material: state.item,
        availability: availabilityFor(standing.borrower)(state),
        day: dayOf(lending.at),
      },
      firstRefusal(lendingRules),
      E.mapLeft((because): CopyRefusal => ({ _tag: 'LoanIsRefused', because })),
      E.map(() => [
        ...(isKept(state) ? [releasing('lent', lending.branch)(state)] : []),
        loanBeginning(policy, [])({ ...lending, standing })(state),
      ]),
    )
  }
