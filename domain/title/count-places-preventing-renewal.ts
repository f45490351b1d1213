import { isAbsentOn } from '../policy/absence-period'
import type { WaitingBorrower } from '../policy/waiting-borrower'
import type { Day } from '../values/day'
import type { BorrowerId } from '../values/ids'
import type { QueuePlace } from './title-state'

/**
 * How many of these places of others keep a loan from being renewed on a day. Whoever waits and is absent on that day
 * does not: a copy that came back would not be set aside for them. A place with a ready copy does, also when its borrower
 * is absent.
 */
export const countPlacesPreventingRenewal =
  (day: Day, waitingBorrowers: ReadonlyMap<BorrowerId, WaitingBorrower>) =>
  (placesOfOthers: ReadonlyArray<QueuePlace>): number =>
    placesOfOthers.filter(
      (place) => place._tag !== 'Waiting' || !isAbsentOn(day)(waitingBorrowers.get(place.borrower)?.absence ?? null),
    ).length
