import { either as E } from 'fp-ts'
import { addDays } from '../../values/day'
import { dayOf, type Instant } from '../../values/instant'
import type { LoanId } from '../../values/ids'
import { longestDaysAfterWithdrawnClaim } from '../../policy/claimed-returned-periods'
import type { DecideFromState } from '../decide-copy-from-state'
import { ReturnClaimWithdrawn } from '../events/return-claim-withdrawn'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'

/** Withdraws a claim that was recorded by mistake. */
export interface WithdrawReturnClaim {
  readonly type: 'WithdrawReturnClaim'
  readonly loan: LoanId
  readonly at: Instant
}

/** Refused: no running loan, `LoanIsOver`, `LoanIsNotClaimedReturned`. */
export const decideWithdrawReturnClaim =
  ({ loan, at }: WithdrawReturnClaim): DecideFromState =>
  (state) => {
    if (state._tag !== 'OnLoan') return refuseInCopyState(state)
    if (state.loan !== loan) return refuseCopyCommand({ _tag: 'LoanIsOver' })
    if (state.details._tag === 'Erased') return refuseCopyCommand({ _tag: 'LoanIsForgotten' })
    if (state.claimedOn === undefined) return refuseCopyCommand({ _tag: 'LoanIsNotClaimedReturned' })
    const { copy, title } = state.item
    const latestEnd = addDays(longestDaysAfterWithdrawnClaim)(dayOf(at))
    const { borrower } = state.details.value
    return E.right([ReturnClaimWithdrawn({ loan, copy, title, latestEnd }, { loan: { borrower } })])
  }
