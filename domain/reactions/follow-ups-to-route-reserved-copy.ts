import type { ReservedCopy } from '../copy/copy-state'
import { findQueuePlaceOfReservation } from '../title/reservation-queue'
import type { ReadyQueuePlace, WaitingQueuePlace } from '../title/title-state'
import type { ReactionFacts } from './reaction-facts'
import { followUpToCopy, type FollowUp } from './follow-up'
import type { BranchId } from '../values/ids'
import { computePickUpNumber } from './pick-up-number'
import type { DeriveStepId } from './reaction'

type RoutingFacts = Pick<ReactionFacts, 'now' | 'queue'>
type RouteTo = (copy: ReservedCopy, place: WaitingQueuePlace | ReadyQueuePlace) => ReadonlyArray<FollowUp>

const release = ({ setAside, item: { copy } }: ReservedCopy): ReadonlyArray<FollowUp> => [
  followUpToCopy(copy, { type: 'ReleaseSetAside', setAside }),
]

const redirect = ({ setAside, item: { copy } }: ReservedCopy, pickUpBranch: BranchId): ReadonlyArray<FollowUp> => [
  followUpToCopy(copy, { type: 'Redirect', setAside, pickUpBranch }),
]

/** Releases a copy whose reservation has ended; routes any other by the place of its reservation. */
const routeByPlace =
  ({ queue }: RoutingFacts, routeTo: RouteTo) =>
  (reserved: ReservedCopy): ReadonlyArray<FollowUp> => {
    if (reserved.reservedFor._tag === 'Erased') return release(reserved)
    const place = findQueuePlaceOfReservation(reserved.reservedFor.value.reservation)(queue)
    if (place === undefined) return release(reserved)
    return place._tag === 'Forgotten' ? [] : routeTo(reserved, place)
  }

/** The next step of a reserved copy that was just scanned: onto the pick-up shelf, or to its pick-up branch. */
export const followUpsToRouteScannedCopy = (facts: RoutingFacts, deriveId: DeriveStepId) =>
  routeByPlace(facts, ({ branch, item: { copy } }, { pickUpBranch }) => [
    followUpToCopy(
      copy,
      branch === pickUpBranch
        ? {
            type: 'Arrive',
            branch,
            pickUpNumber: computePickUpNumber(deriveId(`pick-up number ${copy}`)),
            at: facts.now,
          }
        : { type: 'Send', to: pickUpBranch },
    ),
  ])

/**
 * The next step of a reserved copy. A copy that is to be fetched or in transit waits for its scan. A copy that is ready at
 * a branch which is no longer the pick-up branch is to be fetched from the pick-up shelf, and sent on when it is scanned.
 */
export const followUpsToRouteReservedCopy = (facts: RoutingFacts, deriveId: DeriveStepId) =>
  routeByPlace(facts, (reserved, { pickUpBranch }) => {
    switch (reserved._tag) {
      case 'OnPullList':
      case 'InTransit':
        return []
      case 'ReadyForPickUp':
        return reserved.branch === pickUpBranch ? [] : redirect(reserved, pickUpBranch)
      case 'SetAside':
        return followUpsToRouteScannedCopy(facts, deriveId)(reserved)
    }
  })
