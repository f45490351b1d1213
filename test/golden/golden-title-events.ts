import { textOfRefusalOverride, type OverrideReason } from '../../domain/policy/refusal-override'
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
import { textOfParallelTitles } from '../../domain/title/parallel-titles'
import { ParallelReservationCompleted } from '../../domain/parallel-reservation/events/parallel-reservation-completed'
import { ParallelReservationRequested } from '../../domain/parallel-reservation/events/parallel-reservation-requested'
import type { MunicipalityCode, TitleId } from '../../domain/values/ids'
import { textOfVolume, type Volume } from '../../domain/values/volume'
import { copy, ditte as borrower, harbour, main, on, otherReservation, parallelReservation, reservation, statistics, title } from './golden-ids'

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
        parallelTo: textOfParallelTitles(['52557241', '525572420'] as TitleId[]),
        volume: textOfVolume('2026/3' as Volume),
        override: textOfRefusalOverride({
          refusals: ['reservationLimitReached'],
          reason: 'Skal bruges til eksamen' as OverrideReason,
        }),
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

/** Each event of a parallel reservation. */
export const goldenParallelReservationEvents = goldenStream('circulation', 'parallel', parallelReservation, on('01-05'))(
  ParallelReservationRequested(
    { parallelReservation, latestEnd: on('02-04') },
    {
      parallelReservation: {
        ...{ borrower, pickUpBranch: main, interestUntil: until, madeAt: noonOf(on('01-05')), statistics },
        titles: [title, '52557241' as TitleId],
        reservations: [reservation, otherReservation],
        ...{ borrowerGroup: 'adult', municipality: '851' as MunicipalityCode, ageClass: 'adult' },
      },
    },
  ),
  ParallelReservationCompleted({ parallelReservation }, {}),
)
