import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import {
  changeOrCancelReservation,
  type ReservationChange,
} from '../../../../../domain/use-cases/change-or-cancel-reservation'
import { titleAggregate } from '../../../../../domain/title/title-aggregate'
import { etagOfRevision, withEtagCheck } from '../../request-handling/etag'
import { withPrecondition } from '../../request-handling/with-precondition'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteAnswer, RouteRequest } from '../../route/route-handler'
import type { ReservationParameterValues } from './find-reservation-of-request'

/** Changes the queue of a title, if its stream still has the ETag of If-Match (when the caller sends one). */
export const changeQueueIfMatch =
  ({
    library: { useCaseDependencies },
    params,
    ifMatch,
    origin,
  }: RouteRequest<ReservationParameterValues, unknown, unknown>) =>
  (change: ReservationChange): TE.TaskEither<HttpFailure, RouteAnswer<ReservationParameterValues>> =>
    pipe(
      changeOrCancelReservation(
        withEtagCheck(useCaseDependencies, titleAggregate(useCaseDependencies.policy), params.title)(ifMatch),
      )(params.title, {
        at: useCaseDependencies.commandHandling.clock.now(),
        origin,
      })(change),
      TE.mapLeft((failure): HttpFailure => failure),
      withPrecondition(ifMatch),
      TE.map(({ revision }) => ({ body: params, etag: etagOfRevision(revision) })),
    )
