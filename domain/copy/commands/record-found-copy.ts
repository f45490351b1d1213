import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import { noonOf } from '../../values/instant'
import type { BranchId } from '../../values/ids'
import type { DecideFromState } from '../decide-copy-from-state'
import { CopyHandedIn } from '../events/copy-handed-in'
import { foundCopyEvents } from '../found-copy-events'
import { loanEndEventOfReturnedCopy } from '../loan-end-event-of-returned-copy'
import { refuseInCopyState } from '../copy-refusal'
import { withdrawnEventAfterLoanEnd } from '../withdrawn-event-after-loan-end'

/** Records that a copy which is lost or missing, or was claimed returned, was found in the library. */
export interface RecordFoundCopy {
  readonly type: 'Find'
  readonly branch: BranchId
  readonly day: Day
}

/**
 * Refused when the copy is neither lost, nor missing, nor claimed returned. No loan was billed for a missing copy: it is
 * only handed in.
 */
export const decideRecordFoundCopy =
  ({ branch, day }: RecordFoundCopy): DecideFromState =>
  (state) => {
    if (state._tag === 'OnLoan' && state.claimedOn !== undefined)
      return E.right([loanEndEventOfReturnedCopy(branch, noonOf(day))(state), ...withdrawnEventAfterLoanEnd(state)])
    if (state._tag === 'Unknown') return refuseInCopyState(state)
    const found = foundCopyEvents(branch, day)(state)
    if (found.length > 0) return E.right(found)
    if (state._tag !== 'Missing') return refuseInCopyState(state)
    const { copy, title } = state.item
    return E.right([CopyHandedIn({ copy, title, branch, handedInOn: day }, {})])
  }
