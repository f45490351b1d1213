import { either as E } from 'fp-ts'
import type { DecideFromState } from '../decide-copy-from-state'
import { CopyWithdrawn } from '../events/copy-withdrawn'
import { refuseInCopyState } from '../copy-refusal'
import { copyReleaseEvent } from '../copy-release-event'
import { isReservedCopy, type CopyState } from '../copy-state'

/** Removes a copy from the collection. */
export interface WithdrawCopy {
  readonly type: 'Withdraw'
}

const isOnKnownLoan = (state: CopyState): boolean => state._tag === 'OnLoan' && state.details._tag === 'Plain'

/**
 * Refused while the copy is on loan. A reserved copy is released first. A loan whose borrower is erased does not
 * prevent it: nobody can be asked for the copy, so the loan ends with the withdrawal.
 */
export const decideWithdrawCopy =
  (_command: WithdrawCopy): DecideFromState =>
  (state) => {
    if (state._tag === 'Unknown' || isOnKnownLoan(state) || state._tag === 'Withdrawn') return refuseInCopyState(state)
    const { copy, title } = state.item
    return E.right([
      ...(isReservedCopy(state) ? [copyReleaseEvent('copy gone', state.branch)(state)] : []),
      CopyWithdrawn({ copy, title }, {}),
    ])
  }
