import type { ReservedCopy } from '../copy/state'
import { findQueuePlace } from '../title/queue'
import type { ReactionFacts } from './reaction-facts'
import { followUpToCopy, type FollowUp } from './follow-up'
import { pickUpNumberFrom } from './pick-up-number'
import type { DeriveStepId } from './reaction'

/** The next step of a reserved copy: onto the pick-up shelf, to another branch, or released. */
export const routeReservedCopy =
  ({ now, queue }: Pick<ReactionFacts, 'now' | 'queue'>, deriveId: DeriveStepId) =>
  (reservedCopy: ReservedCopy): ReadonlyArray<FollowUp> => {
    const { setAside, branch, reservedFor, item } = reservedCopy
    if (reservedFor._tag === 'Erased') return []
    const place = findQueuePlace(reservedFor.value.reservation)(queue)
    if (place === undefined) return [followUpToCopy(item.copy, { type: 'ReleaseSetAside', setAside })]
    if (place._tag === 'Forgotten') return []
    const pickUpBranch = place.pickUpBranch
    if (reservedCopy._tag === 'SetAside' && reservedFor.value.pickUpBranch === pickUpBranch && branch === pickUpBranch)
      return [
        followUpToCopy(item.copy, {
          type: 'Arrive',
          branch,
          pickUpNumber: pickUpNumberFrom(deriveId(`pick-up number ${item.copy}`)),
          at: now,
        }),
      ]
    const isOnItsWay = reservedCopy._tag === 'InTransit' && reservedCopy.to === pickUpBranch
    const isAtPickUpBranch = reservedCopy._tag === 'ReadyForPickUp' && branch === pickUpBranch
    return isOnItsWay || isAtPickUpBranch ? [] : [followUpToCopy(item.copy, { type: 'Send', to: pickUpBranch })]
  }
