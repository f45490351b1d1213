import { either as E } from 'fp-ts'
import { laterDayOf } from '../../values/day'
import { dayOf, type Instant } from '../../values/instant'
import type { LoanId } from '../../values/ids'
import { latestEndOfReturnClaim } from '../../policy/claimed-returned-periods'
import type { DecideFromState } from '../decide-copy-from-state'
import { LoanClaimedReturned } from '../events/loan-claimed-returned'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'

/** Records that the borrower says the copy was returned. */
export interface ClaimReturned {
  readonly type: 'ClaimReturned'
  readonly loan: LoanId
  readonly at: Instant
}

/** A claim is not of a day before the loan. Refused: no running loan, `LoanIsOver`, `LoanIsClaimedReturned`. */
export const decideClaimReturned =
  ({ loan, at }: ClaimReturned): DecideFromState =>
  (state) => {
    if (state._tag !== 'OnLoan') return refuseInCopyState(state)
    if (state.loan !== loan) return refuseCopyCommand({ _tag: 'LoanIsOver' })
    if (state.details._tag === 'Erased') return refuseCopyCommand({ _tag: 'LoanIsForgotten' })
    if (state.claimedOn !== undefined) return refuseCopyCommand({ _tag: 'LoanIsClaimedReturned' })
    const { copy, title } = state.item
    const claimedOn = laterDayOf(state.lentOn)(dayOf(at))
    const { borrower } = state.details.value
    return E.right([
      LoanClaimedReturned(
        { loan, copy, title, claimedOn, latestEnd: latestEndOfReturnClaim(claimedOn) },
        { loan: { borrower } },
      ),
    ])
  }
