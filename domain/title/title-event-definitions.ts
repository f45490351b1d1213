import { ReservationCancelled } from './events/reservation-cancelled'
import { ReservationChanged } from './events/reservation-changed'
import { ReservationExpired } from './events/reservation-expired'
import { ReservationFulfilled } from './events/reservation-fulfilled'
import { ReservationCounted } from './events/reservation-counted'
import { ReservationMade, ReservationMadeVersion1, ReservationMadeVersion2 } from './events/reservation-made'
import { ReservationNotReady } from './events/reservation-not-ready'
import { ReservationReady } from './events/reservation-ready'

/** The events of titles, in each of their versions. */
export const titleEventDefinitions = [
  ReservationCancelled,
  ReservationChanged,
  ReservationExpired,
  ReservationFulfilled,
  ReservationCounted,
  ReservationMadeVersion1,
  ReservationMadeVersion2,
  ReservationMade,
  ReservationNotReady,
  ReservationReady,
] as const
