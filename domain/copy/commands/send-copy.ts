import { either as E } from 'fp-ts'
import type { BranchId } from '../../values/ids'
import type { DecideFromState } from '../decide-copy-from-state'
import { CopySent } from '../events/copy-sent'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'
import { isReservedCopy } from '../copy-state'

/** Sends a reserved copy to its pick-up branch. */
export interface SendCopy {
  readonly type: 'Send'
  readonly to: BranchId
}

/** Only a reserved copy is sent. A ready copy is sent on when the pick-up branch has changed. */
export const decideSendCopy =
  ({ to }: SendCopy): DecideFromState =>
  (state) => {
    if (!isReservedCopy(state)) return refuseInCopyState(state)
    if (state.reservedFor._tag === 'Erased') return refuseCopyCommand({ _tag: 'ReservationIsForgotten' })
    const { setAside, item, branch: from } = state
    return E.right([CopySent({ setAside, copy: item.copy, from, to }, {})])
  }
