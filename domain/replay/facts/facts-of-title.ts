import { placesOfTitleQueue, type QueuePlace, type TitleState } from '../../title/title-state'
import { openFacts, unreadFacts, type ReplayFact } from '../replay-fact'
import type { WhyUnread } from '../scope-readings'

/**
 * The number of a place. A reservation that is not read may have been put at the front of the queue, so the places before
 * it, and its own, have no number that is known.
 */
const placeFact = (
  places: ReadonlyArray<QueuePlace>,
  index: number,
  whyUnread: WhyUnread,
  of: string | null,
): ReadonlyArray<ReplayFact> => {
  const unread = places.slice(index).find(({ _tag }) => _tag === 'Forgotten')
  return unread === undefined
    ? openFacts({ place: index + 1 }, of)
    : unreadFacts(['place'], whyUnread('reservation', unread.reservation), of)
}

const factsOfReservedPlace = (
  place: QueuePlace,
  whyUnread: WhyUnread,
  of: string | null,
): ReadonlyArray<ReplayFact> => {
  const open = openFacts({ latestEnd: place.latestEnd }, of)
  if (place._tag === 'Forgotten')
    return [
      ...open,
      ...unreadFacts(
        ['state', 'borrower', 'pickUpBranch', 'interestUntil', 'parallelTo', 'volume'],
        whyUnread('reservation', place.reservation),
        of,
      ),
    ]
  const { borrower, pickUpBranch, interestUntil, parallelTo, volume } = place
  return [
    ...open,
    ...openFacts({ state: place._tag, borrower, pickUpBranch, interestUntil, parallelTo, volume }, of),
    ...(place._tag === 'Ready'
      ? openFacts({ copy: place.copy, pickUpNumber: place.pickUpNumber, pickUpBy: place.pickUpBy }, of)
      : []),
  ]
}

/** What a replay says of the queue of a title: each place under its reservation, the first place first. */
export const factsOfTitle = (state: TitleState, whyUnread: WhyUnread): ReadonlyArray<ReplayFact> => {
  const places = placesOfTitleQueue(state)
  return [
    ...openFacts({ state: state._tag }),
    ...places.flatMap((place, index) => [
      ...placeFact(places, index, whyUnread, place.reservation),
      ...factsOfReservedPlace(place, whyUnread, place.reservation),
    ]),
  ]
}

/** What a replay says of one reservation: its place in the queue of its title. */
export const factsOfReservation =
  (reservation: string) =>
  (state: TitleState, whyUnread: WhyUnread): ReadonlyArray<ReplayFact> => {
    const places = placesOfTitleQueue(state)
    const index = places.findIndex((place) => place.reservation === reservation)
    const place = places[index]
    return place === undefined
      ? openFacts({ state: 'NotInQueue' })
      : [...placeFact(places, index, whyUnread, null), ...factsOfReservedPlace(place, whyUnread, null)]
  }
