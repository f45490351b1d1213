import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { queueNumberOfReservation } from '../../../../../projections/queue/reservation-queries'
import { titlesParallelToReservation } from '../../../../../projections/queue/parallel-reservations'
import { stateOfReservation } from '../../../../../projections/queue/reservation-state'
import { withEffectivePickUpDeadline } from '../../../../../projections/queue/with-effective-pick-up-deadline'
import { titleAggregate } from '../../../../../domain/title/title-aggregate'
import { staffAuditorsAndBorrowers } from '../../access/caller-roles-of-routes'
import { defineReadRoute } from '../../route/define-route'
import { deadlineToday } from '../deadline-today'
import { readRowsAndEtag } from '../rows-and-etag'
import { findReservationOfRequest } from './find-reservation-of-request'
import { ReservationPathParameters, ReservationAnswer } from './reservation-answer-codecs'

export const readReservationRoute = defineReadRoute({
  path: '/titles/:title/reservations/:reservation',
  name: 'readReservation',
  headers: ['ETag'],
  summary: 'Read a reservation and its place in the queue',
  tag: 'Reservations',
  roles: staffAuditorsAndBorrowers,
  params: ReservationPathParameters,
  answer: ReservationAnswer,
  handle: (request) =>
    pipe(
      findReservationOfRequest(request),
      TE.chain(({ title }) =>
        readRowsAndEtag(request.library)(titleAggregate(request.library.useCaseDependencies.policy), title),
      ),
      TE.bind('found', () => findReservationOfRequest(request)),
      TE.map(({ etag, rows, found: reservation }) => {
        const queuePlace = queueNumberOfReservation(reservation.reservation)(rows)
        const shown = withEffectivePickUpDeadline(deadlineToday(request.library))(reservation)
        const body = {
          ...shown,
          state: stateOfReservation(reservation)(rows),
          parallelTo: titlesParallelToReservation(reservation),
        }
        return { etag, body: queuePlace === undefined ? body : { ...body, queueNumber: queuePlace } }
      }),
    ),
})
