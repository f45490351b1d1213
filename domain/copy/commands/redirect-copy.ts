import { either as E } from 'fp-ts'
import type { BranchId, SetAsideId } from '../../values/ids'
import type { DecideFromState } from '../decide-copy-from-state'
import { CopyRedirected } from '../events/copy-redirected'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'

/** Has a ready copy fetched from the pick-up shelf, because its reservation is to be picked up at another branch. */
export interface RedirectCopy {
  readonly type: 'Redirect'
  readonly setAside: SetAsideId
  readonly pickUpBranch: BranchId
}

/** Refused when the copy is not ready, or is now reserved under another set-aside. */
export const decideRedirectCopy =
  ({ setAside, pickUpBranch }: RedirectCopy): DecideFromState =>
  (state) => {
    if (state._tag !== 'ReadyForPickUp') return refuseInCopyState(state)
    if (state.setAside !== setAside) return refuseCopyCommand({ _tag: 'CopyIsKeptForAnother' })
    if (state.reservedFor._tag === 'Erased') return refuseCopyCommand({ _tag: 'ReservationIsForgotten' })
    const { branch, item } = state
    return E.right([
      CopyRedirected({ setAside, copy: item.copy, title: item.title, branch }, { setAside: { pickUpBranch } }),
    ])
  }
