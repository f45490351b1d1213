import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { BranchId } from '../../values/ids'
import { copyReleaseEvent } from '../copy-release-event'
import type { DecideFromState } from '../decide-copy-from-state'
import { CopyMissing } from '../events/copy-missing'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'
import { isReservedCopy, type KnownCopy } from '../copy-state'

/** Records that a copy on the pull list of a branch was not found there. */
export interface RecordCopyNotFound {
  readonly type: 'NotFound'
  readonly branch: BranchId
  readonly day: Day
}

/** Records that a copy is not where it should be. */
export interface RecordMissingCopy {
  readonly type: 'RecordMissing'
  readonly day: Day
}

const recordMissing =
  (missedOn: Day) =>
  (state: KnownCopy): ReturnType<DecideFromState> => {
    const { branch, item } = state
    return E.right([
      ...(isReservedCopy(state) ? [copyReleaseEvent('copy gone', branch)(state)] : []),
      CopyMissing({ copy: item.copy, title: item.title, branch, missedOn }, {}),
    ])
  }

/** Refused when the copy is no longer on the pull list of the branch: it was scanned or lent meanwhile. */
export const decideRecordCopyNotFound =
  ({ branch, day }: RecordCopyNotFound): DecideFromState =>
  (state) => {
    if (state._tag !== 'OnPullList') return refuseInCopyState(state)
    return state.branch === branch ? recordMissing(day)(state) : refuseCopyCommand({ _tag: 'CopyIsOnAnotherPullList' })
  }

/** Refused when the copy is not in the library's hands: unknown, on loan, lost, withdrawn, or missing already. */
export const decideRecordMissingCopy =
  ({ day }: RecordMissingCopy): DecideFromState =>
  (state) => {
    switch (state._tag) {
      case 'OnShelf':
      case 'OnPullList':
      case 'SetAside':
      case 'InTransit':
      case 'ReleasedInTransit':
      case 'ReadyForPickUp':
        return recordMissing(day)(state)
      case 'Unknown':
      case 'OnLoan':
      case 'Missing':
      case 'Lost':
      case 'Withdrawn':
        return refuseInCopyState(state)
    }
  }
