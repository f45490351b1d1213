import type { Route } from '../../route/route'
import { readPickUpShelfRoute, readSetAsideCopiesRoute } from '../reserved-copies/list-reserved-copies-routes'
import {
  readPullListRoute,
  recordFoundOnPullListRoute,
  recordNotFoundOnPullListRoute,
} from '../reserved-copies/pull-list-routes'
import { readQueueRoute } from '../titles/read-queue-route'
import { cancelReservationRoute } from './cancel-reservation-route'
import { changeReservationRoute } from './change-reservation-route'
import { readReservationRoute } from './read-reservation-route'
import { reserveParallelTitlesRoute } from './reserve-parallel-titles-route'
import { reserveTitleRoute } from './reserve-title-route'

/** Reservations, and the copies that are fetched, sent and set aside for them. */
export const reservationRoutes: ReadonlyArray<Route> = [
  readQueueRoute,
  reserveTitleRoute,
  reserveParallelTitlesRoute,
  readReservationRoute,
  changeReservationRoute,
  cancelReservationRoute,
  readPullListRoute,
  recordFoundOnPullListRoute,
  recordNotFoundOnPullListRoute,
  readPickUpShelfRoute,
  readSetAsideCopiesRoute,
]
