import { noonOf } from '../../domain/values/instant'
import { ReservationCancelled } from '../../domain/title/events/reservation-cancelled'
import { ReservationChanged } from '../../domain/title/events/reservation-changed'
import { ReservationExpired } from '../../domain/title/events/reservation-expired'
import { ReservationFulfilled } from '../../domain/title/events/reservation-fulfilled'
import { ReservationCounted } from '../../domain/title/events/reservation-counted'
import { ReservationMade } from '../../domain/title/events/reservation-made'
import { ReservationNotReady } from '../../domain/title/events/reservation-not-ready'
import { ReservationReady } from '../../domain/title/events/reservation-ready'
import { goldenStream } from './golden-stream'
import { copy, ditte as borrower, harbour, main, on, reservation, statistics, title } from './golden-ids'

const place = { reservation, title }
const until = on('07-04')

/** Each event of a title. Each of the three before the last ends the reservation. */
export const goldenTitleEvents = goldenStream('circulation', 'title', title, on('01-05'))(
  ReservationMade(
    { ...place, latestEnd: until },
    {
      reservation: {
        borrower,
        pickUpBranch: main,
        interestUntil: until,
        madeAt: noonOf(on('01-05')),
        first: false,
      },
    },
  ),
  ReservationChanged(place, { reservation: { borrower, pickUpBranch: harbour, interestUntil: until } }),
  ReservationReady(place, {
    reservation: { borrower, copy, pickUpBranch: harbour, pickUpNumber: '000123', pickUpBy: on('01-15') },
  }),
  ReservationFulfilled(place, {}),
  ReservationCancelled(place, {}),
  ReservationExpired(place, {}),
  ReservationNotReady(place, {}),
  ReservationCounted(
    { ...place, statistics },
    { statistics: { pickUpBranch: harbour, borrowerGroup: 'adult', municipality: null, ageClass: 'adult' } },
  ),
)
