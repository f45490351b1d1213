import type { Day } from '../../domain/values/day'
import type { BorrowerId, ReservationId, TitleId } from '../../domain/values/ids'
import { first, type Rows } from '../kernel/rows'
import { reservations, type Reservation } from './rows'

export const isReady = ({ copy }: Reservation): boolean => copy !== null

const byPosition = (a: Reservation, b: Reservation): number => (a.position < b.position ? -1 : 1)

/** The queue for a title, ready or waiting, the first in front. Who joins at the front stands before all others. */
export const queueFor =
  (title: TitleId) =>
  (rows: Rows): ReadonlyArray<Reservation> => {
    const all = [...rows.find(reservations, { where: { title } })].sort(byPosition)
    const joined = (end: Reservation['joined']) => all.filter((reservation) => reservation.joined === end)
    return [...joined('front').reverse(), ...joined('back')]
  }

/** How many wait for a title or have a copy ready. */
export const queueLength =
  (title: TitleId) =>
  (rows: Rows): number =>
    rows.count(reservations, { where: { title } })

/**
 * Queue number: 1 is next. Those with a copy ready are no longer waiting and are not counted; for them, and for a
 * reservation that is unknown or has ended, undefined.
 */
export const queueNumber =
  (reservation: ReservationId) =>
  (rows: Rows): number | undefined => {
    const found = reservationById(reservation)(rows)
    if (found === undefined || isReady(found)) return undefined
    const waiting = queueFor(found.title)(rows).filter((place) => !isReady(place))
    return waiting.findIndex((place) => place.reservation === reservation) + 1
  }

export const reservationById =
  (reservation: ReservationId) =>
  (rows: Rows): Reservation | undefined =>
    first(rows, reservations, { where: { reservation } })

/** A borrower's reservations, in the order in which they were made. */
export const reservationsOf =
  (borrower: BorrowerId) =>
  (rows: Rows): ReadonlyArray<Reservation> =>
    rows.find(reservations, { where: { borrower }, orderBy: ['position'] })

/**
 * Reservations that have run out by a day: the last day of interest, or once a copy is ready the last day of pick-up,
 * is before it.
 */
export const reservationsRunOut =
  (day: Day) =>
  (rows: Rows): ReadonlyArray<Reservation> => {
    const expires = (place: Reservation): boolean => (place.pickUpBy ?? place.interestUntil) < day
    return rows.find(reservations, { orderBy: ['reservation'] }).filter(expires)
  }
