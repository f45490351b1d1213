import type { ReservedCopy } from '../copy/state'
import { findQueuePlace } from '../title/queue'
import type { ReactionFacts } from './reaction-facts'
import { followUpToCopy, type FollowUp } from './follow-up'
import { pickUpNumberFrom } from './pick-up-number'
import type { DeriveStepId } from './reaction'

/**
 * The next step of a reserved copy. A copy that was scanned goes onto the pick-up shelf or to another branch. A copy that
 * is to be fetched or in transit waits for its scan. A copy that is ready at a branch which is no longer the pick-up
 * branch is released: it must be fetched from the pick-up shelf first.
 */
export const routeReservedCopy =
  ({ now, queue }: Pick<ReactionFacts, 'now' | 'queue'>, deriveId: DeriveStepId) =>
  ({ _tag, setAside, branch, reservedFor, item: { copy } }: ReservedCopy): ReadonlyArray<FollowUp> => {
    const release = [followUpToCopy(copy, { type: 'ReleaseSetAside', setAside })]
    if (reservedFor._tag === 'Erased') return release
    const place = findQueuePlace(reservedFor.value.reservation)(queue)
    if (place === undefined) return release
    if (place._tag === 'Forgotten' || _tag === 'OnPullList' || _tag === 'InTransit') return []
    const isAtPickUpBranch = branch === place.pickUpBranch
    if (_tag === 'ReadyForPickUp') return isAtPickUpBranch ? [] : release
    const pickUpNumber = pickUpNumberFrom(deriveId(`pick-up number ${copy}`))
    return [
      followUpToCopy(
        copy,
        isAtPickUpBranch ? { type: 'Arrive', branch, pickUpNumber, at: now } : { type: 'Send', to: place.pickUpBranch },
      ),
    ]
  }
