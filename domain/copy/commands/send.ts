import { either as E } from 'fp-ts'
import type { BranchId } from '../../values/ids'
import type { Decision } from '../decision'
import { CopySent } from '../events/copy-sent'
import { refuse, refuseAsItIs } from '../refusal'
import { isKept } from '../state'

/** Sends a copy that is kept for somebody to the branch where it will be picked up. */
export interface Send {
  readonly type: 'Send'
  readonly to: BranchId
}

/** Only a copy that is kept is sent: also on from where it was ready, when the pick-up branch has changed. */
export const send =
  ({ to }: Send): Decision =>
  (state) => {
    if (!isKept(state)) return refuseAsItIs(state)
    if (state.keptFor._tag === 'Erased') return refuse({ _tag: 'ReservationIsForgotten' })
    const { setAside, item, branch: from } = state
    return E.right([CopySent({ setAside, copy: item.copy, from, to }, {})])
  }
