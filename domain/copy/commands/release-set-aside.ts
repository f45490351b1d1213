import { either as E } from 'fp-ts'
import type { SetAsideId } from '../../values/ids'
import type { DecideFromState } from '../decide-from-state'
import { refuse, refuseInState } from '../refusal'
import { releaseCopy } from '../release-copy'
import { isReserved } from '../state'

/** Releases a reserved copy because its reservation has ended. */
export interface ReleaseSetAside {
  readonly type: 'ReleaseSetAside'
  readonly setAside: SetAsideId
}

/** Refused when the copy is not reserved, or is now reserved under another set-aside. */
export const decideReleaseSetAside =
  ({ setAside }: ReleaseSetAside): DecideFromState =>
  (state) => {
    if (!isReserved(state)) return refuseInState(state)
    if (state.setAside !== setAside) return refuse({ _tag: 'CopyIsKeptForAnother' })
    return E.right([releaseCopy('reservation ended', state.branch)(state)])
  }
