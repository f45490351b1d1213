import { isAbsentOn } from '../policy/absence-period'
import type { WaitingBorrower } from '../policy/waiting-borrower'
import type { Day } from '../values/day'
import type { BorrowerId } from '../values/ids'
import { isPlacePaused } from './is-place-paused'
import type { QueuePlace, WaitingQueuePlace } from './title-state'

const isSkipped =
  (day: Day, waiting: WaitingBorrower) =>
  (place: WaitingQueuePlace): boolean =>
    isAbsentOn(day)(waiting.absence) || isPlacePaused(waiting)(place)

/**
 * How many of these places of others keep a loan from being renewed on a day. Whoever waits and is absent on that day,
 * or whose place is paused, does not: a copy that came back would not be set aside for them. A place with a ready copy does, also when its borrower
 * is absent.
 */
export const countPlacesPreventingRenewal =
  (day: Day, waitingBorrowers: ReadonlyMap<BorrowerId, WaitingBorrower>) =>
  (placesOfOthers: ReadonlyArray<QueuePlace>): number =>
    placesOfOthers.filter((place) => {
      const waiting = place._tag === 'Waiting' ? waitingBorrowers.get(place.borrower) : undefined
      return waiting === undefined || place._tag !== 'Waiting' || !isSkipped(day, waiting)(place)
    }).length
