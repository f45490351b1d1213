import { ReservationMade } from '../title/events/reservation-made'
import { reaction } from './reaction'
import { serveNext } from './serve-next'

/** When a title is reserved while a copy stands on the shelf, that copy is kept for the first who waits. */
export const reservationIsServed = reaction('a reservation is served from the shelf', {
  on: [ReservationMade],
  needs: ['policy', 'now', 'title', 'copiesToServe'],
  react: (facts, derive) => (event) => (event.sealed.reservation._tag === 'Erased' ? [] : serveNext(facts, derive)),
})
