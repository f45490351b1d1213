import { either as E } from 'fp-ts'
import type { BranchId } from '../../values/ids'
import type { Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import type { DecideFromState } from '../decide-copy-from-state'
import { copyReadyEvent } from '../copy-ready-event'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'

/** Puts a reserved copy that was scanned at its pick-up branch on the pick-up shelf. */
export interface ReceiveReservedCopy {
  readonly type: 'Arrive'
  /** The pick-up branch of the reservation, as its queue says. */
  readonly branch: BranchId
  readonly pickUpNumber: string
  readonly at: Instant
}

/**
 * Refused in transit, until the copy is handed in, and at any branch but the pick-up branch. A copy may be on the pull
 * list by now, when it was scanned before.
 */
export const decideReceiveReservedCopy =
  (policy: Policy) =>
  ({ branch, pickUpNumber, at }: ReceiveReservedCopy): DecideFromState =>
  (state) => {
    if (state._tag !== 'SetAside' && state._tag !== 'OnPullList') return refuseInCopyState(state)
    const { setAside, reservedFor, item } = state
    if (reservedFor._tag === 'Erased') return refuseCopyCommand({ _tag: 'ReservationIsForgotten' })
    if (state.branch !== branch) return refuseCopyCommand({ _tag: 'NotThePickUpBranch' })
    const arrivedFor = { ...reservedFor.value, pickUpBranch: branch }
    return E.right([copyReadyEvent(policy)(setAside, arrivedFor, pickUpNumber, at)(item)])
  }
