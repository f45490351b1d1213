import type { ReservationCancelled } from './events/reservation-cancelled'
import type { ReservationChanged } from './events/reservation-changed'
import type { ReservationExpired } from './events/reservation-expired'
import type { ReservationFulfilled } from './events/reservation-fulfilled'
import type { ReservationCounted } from './events/reservation-counted'
import type { ReservationMade } from './events/reservation-made'
import type { ReservationNotReady } from './events/reservation-not-ready'
import type { ReservationReady } from './events/reservation-ready'

/** The events of a title's stream. */
export type TitleEvent =
  | ReservationMade
  | ReservationCounted
  | ReservationChanged
  | ReservationReady
  | ReservationNotReady
  | ReservationFulfilled
  | ReservationCancelled
  | ReservationExpired
