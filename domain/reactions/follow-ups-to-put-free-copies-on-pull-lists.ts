import type { CopyOnShelf } from '../copy/copy-state'
import type { SetAsideId } from '../values/ids'
import { followUpToCopy, type FollowUp } from './follow-up'
import {
  freeCopiesAmong,
  mayReserveFreeCopyForPlace,
  queuePlacesWithoutCopy,
  type QueuePlaceToServe,
  type QueueServingFacts,
} from './free-copies'
import type { DeriveStepId } from './reaction'

interface ServedPlace {
  readonly place: QueuePlaceToServe
  readonly copy: CopyOnShelf
}

/** A free copy for each place, first in the queue first: one at the pick-up branch before any other. */
const matchPlaces = (facts: QueueServingFacts): ReadonlyArray<ServedPlace> => {
  const served: Array<ServedPlace> = []
  let free = freeCopiesAmong(facts.copiesIfQueued)
  for (const place of queuePlacesWithoutCopy(facts)(facts.copiesIfQueued)) {
    if (free.length === 0) break
    const suitable = free.filter(mayReserveFreeCopyForPlace(facts)(place))
    const copy = suitable.find(({ branch }) => branch === place.pickUpBranch) ?? suitable[0]
    if (copy === undefined) continue
    served.push({ place, copy })
    free = free.filter((other) => other !== copy)
  }
  return served
}

/** Puts free copies on the pull lists of their branches, for those who wait. */
export const followUpsToPutFreeCopiesOnPullLists = (
  facts: QueueServingFacts,
  deriveId: DeriveStepId,
): ReadonlyArray<FollowUp> =>
  matchPlaces(facts).map(({ place: { borrower, reservation, pickUpBranch }, copy: { item } }) =>
    followUpToCopy(item.copy, {
      type: 'PutOnPullList',
      setAside: deriveId(`set aside ${item.copy}`) as SetAsideId,
      borrower,
      reservation,
      pickUpBranch,
      at: facts.now,
    }),
  )
