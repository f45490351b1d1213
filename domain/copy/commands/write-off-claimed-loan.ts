import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { LoanId } from '../../values/ids'
import { latestEndOfClaim } from '../../policy/claimed-returned'
import type { DecideFromState } from '../decide-from-state'
import { ClaimedLoanWrittenOff } from '../events/claimed-loan-written-off'
import { refuseCopyCommand, refuseInCopyState } from '../refusal'

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
    if (day < latestEndOfClaim(state.claimedOn)) return refuseCopyCommand({ _tag: 'LoanIsClaimedReturned' })
    const { copy, title } = state.item
    return E.right([ClaimedLoanWrittenOff({ loan, copy, title, branch: state.branch, writtenOffOn: day }, {})])
  }
