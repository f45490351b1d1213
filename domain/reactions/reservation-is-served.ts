import { ReservationMade } from '../title/events/reservation-made'
import { reaction } from './reaction'
import { serveNext } from './serve-next'

/** When a title is reserved while a copy stands on the shelf, that copy is kept for the first who waits. */
export const reservationIsServed = reaction('a reservation is served from the shelf', {
  on: [ReservationMade],
  concerns: ({ sealed: { reservation } }) => reservation._tag === 'Plain',
  needs: ['policy', 'now', 'title', 'copiesToServe'],
  react: (facts, derive) => () => serveNext(facts, derive),
})
