import { either as E } from 'fp-ts'
import type { BranchId, LoanId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { DecideFromState } from '../decide-copy-from-state'
import { LoanUndone } from '../events/loan-undone'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'
import { dayOfLending } from '../copy-state'
import { withdrawnEventAfterLoanEnd } from '../withdrawn-event-after-loan-end'

/** Undoes a loan that was made by mistake. */
export interface UndoLoan {
  readonly type: 'UndoLoan'
  readonly loan: LoanId
  /** Where the copy is put back. */
  readonly branch: BranchId
  readonly at: Instant
}

/** "A loan made by mistake can be undone the same day." */
export const decideUndoLoan =
  ({ loan, branch, at }: UndoLoan): DecideFromState =>
  (state) => {
    if (state._tag !== 'OnLoan') return refuseInCopyState(state)
    if (state.loan !== loan) return refuseCopyCommand({ _tag: 'LoanIsOver' })
    const { details, item } = state
    const lentOn = dayOfLending(state)
    const undoneOn = dayOf(at)
    if (lentOn !== undoneOn) return refuseCopyCommand({ _tag: 'LoanIsOfAnotherDay', lentOn })
    if (details._tag === 'Erased') return refuseCopyCommand({ _tag: 'LoanIsForgotten' })
    const { borrower, fulfils: fulfilled } = details.value
    return E.right([
      LoanUndone({ loan, copy: item.copy, title: item.title, branch, undoneOn }, { loan: { borrower, fulfilled } }),
      ...withdrawnEventAfterLoanEnd(state),
    ])
  }
