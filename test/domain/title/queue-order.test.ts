import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { titleDecider } from '../../../domain/title/title-decider'
import { ReservationExpired } from '../../../domain/title/events/reservation-expired'
import {
  findPlacesToServe,
  findQueuePlaceOfReservation,
  placesOfOthersInQueue,
  queueNumberInTitleState,
} from '../../../domain/title/reservation-queue'
import type { TitleEvent } from '../../../domain/title/title-event'
import { stateAfter } from '../../fixtures/given-when-then'
import { anna, bent, branchAtHarbour, carl, day, mainBranch, reservationId } from '../../fixtures/example-library'
import { changedTo, forgotten, made, named, ready } from './example-reservations'

const title = titleDecider(defaultLibraryPolicy)

describe('the queue for a title', () => {
  const today = day('2026-02-01')
  const queue = stateAfter(title)([made(1), made(2, bent), made(3, carl, { first: true })])

  it('is in the order of the reservations, after a restored one', () => {
    expect([1, 2, 3].map((n) => queueNumberInTitleState(reservationId(n))(queue))).toEqual([2, 3, 1])
    expect(queueNumberInTitleState(reservationId(4))(queue)).toBeUndefined()
  })

  it('serves the first that has no reserved copy', () => {
    expect(findPlacesToServe(new Set(), today)(queue)[0]?.reservation).toBe(reservationId(3))
    expect(findPlacesToServe(new Set([reservationId(3)]), today)(queue)[0]?.reservation).toBe(reservationId(1))
    expect(findPlacesToServe(new Set([1, 2, 3].map(reservationId)), today)(queue)).toEqual([])
  })

  it('skips a reservation whose interest period has ended', () => {
    const ended = stateAfter(title)([made(1, anna, { interestUntil: day('2026-01-31') }), made(2, bent)])
    expect(findPlacesToServe(new Set(), today)(ended)[0]?.reservation).toBe(reservationId(2))
  })

  it('keeps the place of an erased borrower, and skips it', () => {
    const state = stateAfter(title)(forgotten(made(1), made(2, bent), changedTo(branchAtHarbour, '2026-03-01'), ready))
    expect(queueNumberInTitleState(reservationId(2))(state)).toBe(2)
    expect(findPlacesToServe(new Set(), today)(state)[0]?.reservation).toBe(reservationId(2))
  })

  it('has the places of the others who wait, an erased borrower among them', () => {
    expect(placesOfOthersInQueue(anna)(queue)).toHaveLength(2)
    expect(placesOfOthersInQueue(anna)(stateAfter(title)(forgotten(made(1), made(2))))).toHaveLength(1)
  })

  it('has a reservation wait again when its pick-up branch changes', () => {
    const place = (...events: ReadonlyArray<TitleEvent>) =>
      findQueuePlaceOfReservation(reservationId(1))(stateAfter(title)(events))?._tag
    expect(place(made(1), ready, changedTo(mainBranch, '2026-08-01'))).toBe('Ready')
    expect(place(made(1), ready, changedTo(branchAtHarbour, '2026-07-04'))).toBe('Waiting')
  })

  it('is empty once all reservations have ended', () => {
    expect(stateAfter(title)([made(1), ReservationExpired(named(1), {})])).toEqual(title.initial)
  })
})
