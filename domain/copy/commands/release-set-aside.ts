import { either as E } from 'fp-ts'
import type { SetAsideId } from '../../values/ids'
import type { Decision } from '../decision'
import { refuse, refuseAsItIs } from '../refusal'
import { releasing } from '../releasing'
import { isKept } from '../state'

/** Puts a copy back on the shelf: the reservation it was kept for has ended. */
export interface ReleaseSetAside {
  readonly type: 'ReleaseSetAside'
  readonly setAside: SetAsideId
}

/** Refused when the copy is not kept, or is kept for somebody else by now. */
export const releaseSetAside =
  ({ setAside }: ReleaseSetAside): Decision =>
  (state) => {
    if (!isKept(state)) return refuseAsItIs(state)
    if (state.setAside !== setAside) return refuse({ _tag: 'CopyIsKeptForAnother' })
    return E.right([releasing('reservation ended', state.branch)(state)])
  }
