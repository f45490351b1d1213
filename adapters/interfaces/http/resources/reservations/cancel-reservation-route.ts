import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute } from '../../route/define-route'
import { changeQueueIfMatch } from './change-queue-if-match'
import { findReservationRow } from './find-reservation-of-request'
import { ReservationChangedAnswer, ReservationPathParameters } from './reservation-answer-codecs'

/** Answers a borrower the same for an unknown reservation as for somebody else's. */
const hideUnknownReservation = (failure: HttpFailure): HttpFailure =>
  failure._tag === 'Refused' && failure.refusal._tag === 'ReservationIsUnknown'
    ? httpRequestFailure('NotYourOwn')
    : failure

/**
 * Cancels a reservation. After that nothing tells whose it was, so the title's stream answers for an ended reservation:
 * the same key gets the first answer again, and any other request gets 404.
 */
export const cancelReservationRoute = defineCommandRoute({
  method: 'delete',
  path: '/titles/:title/reservations/:reservation',
  name: 'cancelReservation',
  headers: ['ETag'],
  summary: 'Cancel a reservation; it is forgotten at once',
  tag: 'Reservations',
  roles: staffAndBorrowers,
  params: ReservationPathParameters,
  ifMatch: 'may',
  answer: ReservationChangedAnswer,
  handle: (request) => {
    const change = changeQueueIfMatch(request)({ type: 'CancelReservation', ...request.params })
    return pipe(
      findReservationRow(request),
      TE.chain((row) => {
        if (request.caller.role !== 'borrower' || row?.borrower === request.caller.subject) return change
        return row === undefined
          ? TE.mapLeft(hideUnknownReservation)(change)
          : TE.left<HttpFailure>(httpRequestFailure('NotYourOwn'))
      }),
    )
  },
})
