import { defaultPolicy } from '../../../domain/policy/policy'
import { noHoldings } from '../../../domain/policy/title-holdings'
import type { ChangeReservation } from '../../../domain/title/commands/change-reservation'
import type { MakeReady } from '../../../domain/title/commands/make-ready'
import type { ReserveAnew } from '../../../domain/title/commands/reserve-anew'
import type { Reserve } from '../../../domain/title/commands/reserve'
import type { TitleCommand } from '../../../domain/title/decide'
import { titleDecider } from '../../../domain/title/decider'
import { ReservationCancelled } from '../../../domain/title/events/reservation-cancelled'
import { ReservationChanged } from '../../../domain/title/events/reservation-changed'
import { ReservationExpired } from '../../../domain/title/events/reservation-expired'
import { ReservationFulfilled } from '../../../domain/title/events/reservation-fulfilled'
import { ReservationMade } from '../../../domain/title/events/reservation-made'
import { ReservationReady } from '../../../domain/title/events/reservation-ready'
import { nextInQueue, othersWaiting, placeOf, queueNumber } from '../../../domain/title/queue'
import type { TitleRefusal } from '../../../domain/title/refusal'
import type { TitleEvent } from '../../../domain/title/title-event'
import { forget } from '../../fixtures/forget'
import { given, stateAfter } from '../../fixtures/given'
import {
  anna,
  bent,
  carl,
  day,
  harbourBranch,
  mainLibrary,
  noon,
  reservationOf,
  standingOf,
  theCopy,
  theTitle,
} from '../../fixtures/library'

const title = titleDecider(defaultPolicy)
const made = (n: number, borrower = anna, but: Partial<Parameters<typeof ReservationMade>[1]['reservation']> = {}) =>
  ReservationMade(
    { reservation: reservationOf(n), title: theTitle, latestEnd: day('2027-01-05') },
    {
      reservation: {
        borrower,
        pickUpBranch: mainLibrary,
        interestUntil: day('2026-07-04'),
        madeAt: noon('2026-01-05'),
        first: false,
        ...but,
      },
    },
  )
const named = (n: number) => ({ reservation: reservationOf(n), title: theTitle })
const reserve: Reserve = {
  ...{ type: 'Reserve', ...named(1), standing: standingOf(anna), holdings: { ...noHoldings, reservable: 1 } },
  ...{ pickUpBranch: undefined, interestUntil: undefined, at: noon('2026-01-05') },
}
const reserveAnew: ReserveAnew = {
  ...{ type: 'ReserveAnew', ...named(1), borrower: anna, pickUpBranch: mainLibrary, at: noon('2026-01-05') },
}
const change: ChangeReservation = {
  ...{ type: 'ChangeReservation', ...named(1), pickUpBranch: harbourBranch },
  ...{ interestUntil: day('2026-03-01'), at: noon('2026-02-01') },
}
const makeReady: MakeReady = {
  ...{ type: 'MakeReady', ...named(1), copy: theCopy, pickUpBranch: mainLibrary },
  ...{ pickUpNumber: '000123', pickUpBy: day('2026-02-10') },
}
const fulfil = { type: 'FulfilReservation', ...named(1) } as const
const cancel = { type: 'CancelReservation', ...named(1) } as const
const expire = (on: string) => ({ type: 'ExpireReservation', ...named(1), day: day(on) }) as const

const ready = ReservationReady(named(1), {
  reservation: {
    ...{ borrower: anna, copy: theCopy, pickUpBranch: mainLibrary },
    ...{ pickUpNumber: '000123', pickUpBy: day('2026-02-10') },
  },
})
const changedTo = (pickUpBranch: typeof mainLibrary, interestUntil: string) =>
  ReservationChanged(named(1), { reservation: { borrower: anna, pickUpBranch, interestUntil: day(interestUntil) } })
const forgotten = (...events: ReadonlyArray<TitleEvent>) => forget(new Set([reservationOf(1)]))(events)

describe('a reservation', () => {
  it('is made for 180 days and the home branch, and lasts a year at most whoever makes it', () => {
    given(title)().when(reserve).thenHappens(made(1))
  })

  it('is made for the branch and the days that the borrower asks for', () => {
    given(title)()
      .when({ ...reserve, pickUpBranch: harbourBranch, interestUntil: day('2027-01-05') })
      .thenHappens(made(1, anna, { pickUpBranch: harbourBranch, interestUntil: day('2027-01-05') }))
  })

  it('is made anew at the front of the queue when a loan was undone', () => {
    given(title)(made(2, bent))
      .when(reserveAnew)
      .thenHappens(made(1, anna, { first: true }))
  })

  it('may be picked up elsewhere, or be wanted for longer', () => {
    given(title)(made(1)).when(change).thenHappens(changedTo(harbourBranch, '2026-03-01'))
  })

  it('is not changed to what it is already', () => {
    given(title)(made(1))
      .when({ ...change, pickUpBranch: mainLibrary, interestUntil: day('2026-07-04') })
      .thenHappens()
  })

  it('becomes ready, and is fulfilled, cancelled or expired', () => {
    given(title)(made(1)).when(makeReady).thenHappens(ready)
    given(title)(made(1), ready)
      .when(fulfil)
      .thenHappens(ReservationFulfilled(named(1), {}))
    given(title)(made(1))
      .when(cancel)
      .thenHappens(ReservationCancelled(named(1), {}))
  })

  const expired = ReservationExpired(named(1), {})
  it.each<[string, ReadonlyArray<TitleEvent>, string]>([
    ['the day after the interest ended', [made(1)], '2026-07-05'],
    ['the day after it could be picked up', [made(1), ready], '2026-02-11'],
    ['at any time once it is forgotten', forgotten(made(1)), '2026-01-06'],
  ])('expires %s', (_when, past, on) => {
    given(title)(...past)
      .when(expire(on))
      .thenHappens(expired)
  })

  it.each<[TitleRefusal, TitleCommand, ReadonlyArray<TitleEvent>]>([
    [{ _tag: 'ReservationIsRefused', because: 'patron_not_found' }, { ...reserve, standing: undefined }, []],
    [{ _tag: 'ReservationIsRefused', because: 'already_reserved' }, reserve, [made(2)]],
    [{ _tag: 'ReservationIsRefused', because: 'already_reserved' }, reserveAnew, [made(2)]],
    [{ _tag: 'ReservationIsRefused', because: 'no_reservable_materials' }, { ...reserve, holdings: noHoldings }, []],
    [{ _tag: 'ReservationIsMadeAlready' }, reserve, [made(1)]],
    [{ _tag: 'ReservationIsMadeAlready' }, reserveAnew, [made(1)]],
    [{ _tag: 'InterestIsOver' }, { ...reserve, interestUntil: day('2026-01-04') }, []],
    [{ _tag: 'InterestIsTooLong', days: 365 }, { ...reserve, interestUntil: day('2027-01-06') }, []],
    [{ _tag: 'InterestIsOver' }, { ...change, interestUntil: day('2026-01-31') }, [made(1)]],
    [{ _tag: 'InterestIsTooLong', days: 365 }, { ...change, interestUntil: day('2027-01-06') }, [made(1)]],
    [{ _tag: 'ReservationIsUnknown' }, change, [made(2)]],
    [{ _tag: 'ReservationIsForgotten' }, change, forgotten(made(1))],
    [{ _tag: 'ReservationIsUnknown' }, makeReady, []],
    [{ _tag: 'ReservationIsForgotten' }, makeReady, forgotten(made(1))],
    [{ _tag: 'ReservationIsUnknown' }, fulfil, []],
    [{ _tag: 'ReservationIsUnknown' }, cancel, [made(1), ReservationCancelled(named(1), {})]],
    [{ _tag: 'ReservationIsUnknown' }, expire('2026-07-05'), []],
    [{ _tag: 'ReservationRuns' }, expire('2026-07-04'), [made(1)]],
    [{ _tag: 'ReservationRuns' }, expire('2026-02-10'), [made(1), ready]],
  ])('is refused with %j: %j', (refusal, command, past) => {
    given(title)(...past)
      .when(command)
      .thenRefused(refusal)
  })
})

describe('the queue for a title', () => {
  const today = day('2026-02-01')
  const queue = stateAfter(title)([made(1), made(2, bent), made(3, carl, { first: true })])

  it('is in the order of reserving, behind one that was made anew', () => {
    expect([1, 2, 3].map((n) => queueNumber(reservationOf(n))(queue))).toEqual([2, 3, 1])
    expect(queueNumber(reservationOf(4))(queue)).toBeUndefined()
  })

  it('serves the first for whom no copy is kept', () => {
    expect(nextInQueue(new Set(), today)(queue)?.reservation).toBe(reservationOf(3))
    expect(nextInQueue(new Set([reservationOf(3)]), today)(queue)?.reservation).toBe(reservationOf(1))
    expect(nextInQueue(new Set([1, 2, 3].map(reservationOf)), today)(queue)).toBeUndefined()
  })

  it('passes over one whose interest has ended', () => {
    const ended = stateAfter(title)([made(1, anna, { interestUntil: day('2026-01-31') }), made(2, bent)])
    expect(nextInQueue(new Set(), today)(ended)?.reservation).toBe(reservationOf(2))
  })

  it('keeps the place of one that is forgotten, and passes over it', () => {
    const state = stateAfter(title)(forgotten(made(1), made(2, bent), changedTo(harbourBranch, '2026-03-01'), ready))
    expect(queueNumber(reservationOf(2))(state)).toBe(2)
    expect(nextInQueue(new Set(), today)(state)?.reservation).toBe(reservationOf(2))
  })

  it('counts the others who wait', () => {
    expect(othersWaiting(anna)(queue)).toBe(2)
    expect(othersWaiting(anna)(stateAfter(title)(forgotten(made(1), made(2))))).toBe(1)
  })

  it('waits again when a copy is ready at a branch where it is no longer wanted', () => {
    const place = (...events: ReadonlyArray<TitleEvent>) => placeOf(reservationOf(1))(stateAfter(title)(events))?._tag
    expect(place(made(1), ready, changedTo(mainLibrary, '2026-08-01'))).toBe('Ready')
    expect(place(made(1), ready, changedTo(harbourBranch, '2026-07-04'))).toBe('Waiting')
  })

  it('is no queue once all reservations have ended', () => {
    expect(stateAfter(title)([made(1), ReservationExpired(named(1), {})])).toEqual(title.initial)
  })
})
