import { either as E } from 'fp-ts'
import type { BranchId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { CopyEvent } from '../copy-event'
import { copyReleaseEvent } from '../copy-release-event'
import type { DecideFromState } from '../decide-from-state'
import { CopyFound } from '../events/copy-found'
import { CopyHandedIn } from '../events/copy-handed-in'
import { loanEndEvent } from '../loan-end-event'
import { refuseInState } from '../refusal'
import { isReservedCopy, type KnownCopy } from '../state'

/** Returns a copy at a branch. */
export interface ReturnCopy {
  readonly type: 'Return'
  readonly branch: BranchId
  readonly at: Instant
}

/**
 * The end of a reservation that can be served no more, because its borrower is erased. Any other reserved copy stays
 * reserved.
 */
const releaseForgotten = (state: KnownCopy): ReadonlyArray<CopyEvent> =>
  isReservedCopy(state) && state.reservedFor._tag === 'Erased'
    ? [copyReleaseEvent('reservation ended', state.branch)(state)]
    : []

/**
 * "A return is never refused: not for a blocked borrower, not for a copy that is unlent or withdrawn." Only an unknown
 * copy is refused.
 */
export const decideReturnCopy =
  ({ branch, at }: ReturnCopy): DecideFromState =>
  (state) => {
    if (state._tag === 'Unknown') return refuseInState(state)
    if (state._tag === 'OnLoan') return E.right([loanEndEvent(branch, at)(state)])
    const { copy, title } = state.item
    const day = dayOf(at)
    return E.right([
      ...releaseForgotten(state),
      state._tag === 'Lost'
        ? CopyFound({ copy, title, branch, foundOn: day }, {})
        : CopyHandedIn({ copy, title, branch, handedInOn: day }, {}),
    ])
  }
