import { either as E } from 'fp-ts'
import type { BranchId } from '../../values/ids'
import type { Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import type { DecideFromState } from '../decide-from-state'
import { copyReadyEvent } from '../copy-ready-event'
import { refuseCopyCommand, refuseInState } from '../refusal'

/** Puts a reserved copy on the pick-up shelf of the branch where it has arrived. */
export interface ReceiveReservedCopy {
  readonly type: 'Arrive'
  readonly branch: BranchId
  readonly pickUpNumber: string
  readonly at: Instant
}

/** Refused at any branch but the pick-up branch: there the copy is handed in and sent on. */
export const decideReceiveReservedCopy =
  (policy: Policy) =>
  ({ branch, pickUpNumber, at }: ReceiveReservedCopy): DecideFromState =>
  (state) => {
    if (state._tag !== 'SetAside' && state._tag !== 'InTransit') return refuseInState(state)
    const { setAside, reservedFor, item } = state
    if (reservedFor._tag === 'Erased') return refuseCopyCommand({ _tag: 'ReservationIsForgotten' })
    if (reservedFor.value.pickUpBranch !== branch) return refuseCopyCommand({ _tag: 'NotThePickUpBranch' })
    return E.right([copyReadyEvent(policy)(setAside, reservedFor.value, pickUpNumber, at)(item)])
  }
