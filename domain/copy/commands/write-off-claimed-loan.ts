import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { LoanId } from '../../values/ids'
import { latestEndOfReturnClaim } from '../../policy/claimed-returned-periods'
import type { DecideFromState } from '../decide-copy-from-state'
import { ClaimedLoanWrittenOff } from '../events/claimed-loan-written-off'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'

/** Writes off a copy that was claimed returned and was not found. */
export interface WriteOffClaimedLoan {
  readonly type: 'WriteOffClaimedLoan'
  readonly loan: LoanId
  readonly day: Day
}

/** Refused: no running loan, `LoanIsOver`, `LoanIsNotClaimedReturned`, and before the latest end of the claim. */
export const decideWriteOffClaimedLoan =
  ({ loan, day }: WriteOffClaimedLoan): DecideFromState =>
  (state) => {
    if (state._tag !== 'OnLoan') return refuseInCopyState(state)
    if (state.loan !== loan) return refuseCopyCommand({ _tag: 'LoanIsOver' })
    if (state.claimedOn === undefined) return refuseCopyCommand({ _tag: 'LoanIsNotClaimedReturned' })
    if (day < latestEndOfReturnClaim(state.claimedOn)) return refuseCopyCommand({ _tag: 'LoanIsClaimedReturned' })
    const { copy, title } = state.item
    return E.right([ClaimedLoanWrittenOff({ loan, copy, title, branch: state.branch, writtenOffOn: day }, {})])
  }
