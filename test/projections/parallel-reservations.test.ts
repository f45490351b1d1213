import type { DomainEvent } from '../../domain/event/domain-event'
import { ReservationCancelled } from '../../domain/title/events/reservation-cancelled'
import { ReservationFulfilled } from '../../domain/title/events/reservation-fulfilled'
import { ReservationMade } from '../../domain/title/events/reservation-made'
import { textOfParallelTitles } from '../../domain/title/parallel-titles'
import type { Day } from '../../domain/values/day'
import type { TitleId } from '../../domain/values/ids'
import { noonOf } from '../../domain/values/instant'
import { parallelReservationsToEnd } from '../../projections/queue/parallel-reservations'
import { standsAlone } from '../fixtures/example-library'
import { ann, dayOfJanuary, exampleTitle as hardback, lendingBranch, loanReturned, loanStarted, reservationIdOf, rowsAfterEvents } from './example-events' // prettier-ignore

const paperback = '52557241' as TitleId
const [yesterday, today] = [dayOfJanuary(9), dayOfJanuary(10)]

/** Ann reserves one of two editions: reservation 1 is of the hardback, 2 of the paperback. */
const reservedToday = ([hardback, paperback] as const).map((title, at) =>
  ReservationMade(
    { reservation: reservationIdOf(at + 1), title, latestEnd: '2026-07-01' as Day },
    {
      reservation: {
        ...{ borrower: ann, pickUpBranch: lendingBranch, interestUntil: dayOfJanuary(20), madeAt: noonOf(today) },
        ...{
          ...standsAlone,
          first: false,
          parallelTo: textOfParallelTitles([title === hardback ? paperback : hardback]),
        },
      },
    },
  ),
)
const ofHardback = { reservation: reservationIdOf(1), title: hardback }

const endingAfter = (...events: ReadonlyArray<DomainEvent>) =>
  parallelReservationsToEnd(rowsAfterEvents(events)).map(({ reservation }) => reservation)

describe('a parallel reservation', () => {
  const lentOn = (day: Day) => loanStarted(1, ann, day, dayOfJanuary(31))
  const returnedOn = (day: Day, lent: Day) => loanReturned(1, ann, lent, dayOfJanuary(31), day)
  const fulfilled = ReservationFulfilled(ofHardback, {})

  it('ends with the day when the other edition is lent', () => {
    expect(endingAfter(...reservedToday, lentOn(today), fulfilled)).toEqual([reservationIdOf(2)])
  })

  it('ends when a machine that was offline lent the other edition on the day before the reservation', () => {
    expect(endingAfter(...reservedToday, lentOn(yesterday), fulfilled)).toEqual([reservationIdOf(2)])
  })

  it('ends when the loan that a machine made on the day before the reservation has ended as well', () => {
    const loan = [lentOn(yesterday), fulfilled, returnedOn(yesterday, yesterday)]
    expect(endingAfter(...reservedToday, ...loan)).toEqual([reservationIdOf(2)])
  })

  it('waits on when the other edition was lent and returned before, also on the same day, and is cancelled', () => {
    const before = [lentOn(today), returnedOn(today, today)]
    expect(endingAfter(...before, ...reservedToday, ReservationCancelled(ofHardback, {}))).toEqual([])
  })

  it('waits on while the other edition is waited for', () => {
    expect(endingAfter(...reservedToday)).toEqual([])
  })
})
