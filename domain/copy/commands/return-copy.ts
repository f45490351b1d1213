import { either as E } from 'fp-ts'
import type { BranchId, UnmatchedId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { CopyEvent } from '../copy-event'
import { copyReleaseEvent } from '../copy-release-event'
import type { DecideFromState } from '../decide-copy-from-state'
import { CopyHandedIn } from '../events/copy-handed-in'
import { foundCopyEvents } from '../found-copy-events'
import { loanEndEventOfReturnedCopy } from '../loan-end-event-of-returned-copy'
import { refuseInCopyState } from '../copy-refusal'
import { isReservedCopy, type KnownCopy } from '../copy-state'
import { unlentReturnEvent } from '../unlent-return-event'
import { withdrawnEventAfterLoanEnd } from '../withdrawn-event-after-loan-end'

/** Returns a copy at a branch. */
export interface ReturnCopy {
  readonly type: 'Return'
  /** The scope of the return, when it ends no loan. */
  readonly unmatched: UnmatchedId
  readonly branch: BranchId
  readonly at: Instant
}

const returnEvents =
  ({ branch, at }: ReturnCopy) =>
  (state: KnownCopy): ReadonlyArray<CopyEvent> => {
    if (state._tag === 'OnLoan')
      return [loanEndEventOfReturnedCopy(branch, at)(state), ...withdrawnEventAfterLoanEnd(state)]
    const { copy, title } = state.item
    const found = foundCopyEvents(branch, dayOf(at))(state)
    return found.length > 0 ? found : [CopyHandedIn({ copy, title, branch, handedInOn: dayOf(at) }, {})]
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
 * copy is refused. "A return that comes before its loan waits for it": its moment is recorded.
 */
export const decideReturnCopy =
  (command: ReturnCopy): DecideFromState =>
  (state) => {
    if (state._tag === 'Unknown') return refuseInCopyState(state)
    const events = returnEvents(command)(state)
    const endsLoan = events.some(({ type }) => type === 'LoanReturned' || type === 'ClaimedCopyFound')
    return E.right(endsLoan ? events : [...releaseForgotten(state), ...events, unlentReturnEvent(command)(state)])
  }
