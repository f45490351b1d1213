import { either as E } from 'fp-ts'
import type { SetAsideId } from '../../values/ids'
import type { DecideFromState } from '../decide-copy-from-state'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'
import { copyReleaseEvent } from '../copy-release-event'
import { isReservedCopy } from '../copy-state'

/** Releases a reserved copy because its reservation has ended. */
export interface ReleaseSetAside {
  readonly type: 'ReleaseSetAside'
  readonly setAside: SetAsideId
}

/** Refused when the copy is not reserved, or is now reserved under another set-aside. */
export const decideReleaseSetAside =
  ({ setAside }: ReleaseSetAside): DecideFromState =>
  (state) => {
    if (!isReservedCopy(state)) return refuseInCopyState(state)
    if (state.setAside !== setAside) return refuseCopyCommand({ _tag: 'CopyIsKeptForAnother' })
    return E.right([copyReleaseEvent('reservation ended', state.branch)(state)])
  }
