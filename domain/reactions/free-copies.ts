import type { CopyOnShelf, CopyState } from '../copy/copy-state'
import { isVolumeServedBy } from '../values/volume'
import { dayOf } from '../values/instant'
import { isAbsentOn } from '../policy/absence-period'
import { isReservableFor } from '../policy/reservable-material'
import { isPlacePaused } from '../title/is-place-paused'
import { findPlacesToServe } from '../title/reservation-queue'
import type { ReadyQueuePlace, WaitingQueuePlace } from '../title/title-state'
import { reservationsOfReservedCopies } from './copies-for-reservations'
import type { ReactionFacts } from './reaction-facts'

/** What a copy is given to a reservation by. */
export type QueueServingFacts = Pick<ReactionFacts, 'policy' | 'now' | 'queue' | 'copiesIfQueued' | 'waitingBorrowers'>

/** The names of these facts. */
export const queueServingFactNames = ['policy', 'now', 'queue', 'copiesIfQueued', 'waitingBorrowers'] as const

/** A reservation that can be served: it waits, or the copy that was ready for it is gone. */
export type QueuePlaceToServe = WaitingQueuePlace | ReadyQueuePlace

/**
 * Whether a free copy may be reserved for the borrower of a place in the queue. "A borrower in an absence period keeps the
 * place and is skipped", and so is a place that is paused, or for another volume. Nothing is reserved for a borrower who is about to be erased.
 */
export const mayReserveFreeCopyForPlace =
  ({ policy, now, waitingBorrowers }: QueueServingFacts) =>
  (place: QueuePlaceToServe) =>
  ({ item }: CopyOnShelf): boolean => {
    const waiting = waitingBorrowers.get(place.borrower)
    const today = dayOf(now)
    if (!isVolumeServedBy(item.volume)(place.volume)) return false
    if (waiting === undefined || isAbsentOn(today)(waiting.absence) || isPlacePaused(waiting)(place)) return false
    return isReservableFor(policy)(waiting, today)(item)
  }

/** The copies on the shelf, for nobody. */
export const freeCopiesAmong = (copies: ReadonlyArray<CopyState>): ReadonlyArray<CopyOnShelf> =>
  copies.filter((copy): copy is CopyOnShelf => copy._tag === 'OnShelf')

/** The places in the queue that none of the copies is reserved for, first in the queue first. */
export const queuePlacesWithoutCopy =
  ({ now, queue }: QueueServingFacts) =>
  (copies: ReadonlyArray<CopyState>): ReadonlyArray<QueuePlaceToServe> =>
    findPlacesToServe(reservationsOfReservedCopies(copies), dayOf(now))(queue)
