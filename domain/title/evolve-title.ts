import type { ReservationId } from '../values/ids'
import type { ReservationChanged } from './events/reservation-changed'
import type { ReservationMade } from './events/reservation-made'
import type { ReservationReady } from './events/reservation-ready'
import { volumeOfText } from '../values/volume'
import { parallelTitlesOfText } from './parallel-titles'
import {
  placesOfTitleQueue,
  queueFromPlaces,
  type QueuePlace,
  type ReadyQueuePlace,
  type TitleState,
  type WaitingQueuePlace,
} from './title-state'
import type { TitleEvent } from './title-event'

const addPlace =
  ({ open: { reservation, latestEnd }, sealed }: ReservationMade) =>
  (places: ReadonlyArray<QueuePlace>): ReadonlyArray<QueuePlace> => {
    if (sealed.reservation._tag === 'Erased') return [...places, { _tag: 'Forgotten', reservation, latestEnd }]
    const { borrower, pickUpBranch, interestUntil, first, ...texts } = sealed.reservation.value
    const place: QueuePlace = {
      ...{ _tag: 'Waiting', reservation, latestEnd, borrower, pickUpBranch, interestUntil },
      parallelTo: parallelTitlesOfText(texts.parallelTo),
      volume: volumeOfText(texts.volume),
    }
    return first ? [place, ...places] : [...places, place]
  }

/** Without a ready copy, its pick-up number and its deadline. */
const makePlaceWait = (place: WaitingQueuePlace | ReadyQueuePlace): WaitingQueuePlace => {
  const { reservation, latestEnd, borrower, pickUpBranch, interestUntil, parallelTo, volume } = place
  return { _tag: 'Waiting', reservation, latestEnd, borrower, pickUpBranch, interestUntil, parallelTo, volume }
}

/** A reservation that is ready waits again when its pick-up branch changes. */
const changePlace =
  ({ sealed: { reservation } }: ReservationChanged) =>
  (place: QueuePlace): QueuePlace => {
    if (place._tag === 'Forgotten' || reservation._tag === 'Erased') return place
    const { pickUpBranch, interestUntil } = reservation.value
    const changed = { ...place, interestUntil }
    return place.pickUpBranch === pickUpBranch ? changed : { ...makePlaceWait(changed), pickUpBranch }
  }

const markPlaceReady =
  ({ sealed: { reservation } }: ReservationReady) =>
  (place: QueuePlace): QueuePlace => {
    if (place._tag === 'Forgotten' || reservation._tag === 'Erased') return place
    const { copy, pickUpBranch, pickUpNumber, pickUpBy } = reservation.value
    return { ...place, _tag: 'Ready', copy, pickUpBranch, pickUpNumber, pickUpBy }
  }

const changePlaceOf = (reservation: ReservationId, change: (place: QueuePlace) => QueuePlace) => (place: QueuePlace) =>
  place.reservation === reservation ? change(place) : place

const evolvePlaces =
  (event: TitleEvent) =>
  (places: ReadonlyArray<QueuePlace>): ReadonlyArray<QueuePlace> => {
    const { reservation } = event.open
    switch (event.type) {
      case 'ReservationMade':
        return addPlace(event)(places)
      case 'ReservationCounted':
        return places
      case 'ReservationChanged':
        return places.map(changePlaceOf(reservation, changePlace(event)))
      case 'ReservationReady':
        return places.map(changePlaceOf(reservation, markPlaceReady(event)))
      case 'ReservationNotReady':
        return places.map(
          changePlaceOf(reservation, (place) => (place._tag === 'Forgotten' ? place : makePlaceWait(place))),
        )
      case 'ReservationFulfilled':
      case 'ReservationCancelled':
      case 'ReservationExpired':
        return places.filter((place) => place.reservation !== reservation)
    }
  }

/** The queue after an event. A reservation that has ended is no longer in it. */
export const evolve =
  (event: TitleEvent) =>
  (state: TitleState): TitleState =>
    queueFromPlaces(evolvePlaces(event)(placesOfTitleQueue(state)))
