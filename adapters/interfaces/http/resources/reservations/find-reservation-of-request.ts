import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { reservationById } from '../../../../../projections/queue/reservation-queries'
import type { ReservationRow } from '../../../../../projections/queue/queue-tables'
import { requireOwnData } from '../../access/require-own-data'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteRequest } from '../../route/route-handler'
import { requireFound, readCaughtUpRows } from '../read-caught-up-rows'
import type { ReservationPathParameters } from './reservation-answer-codecs'

export type ReservationParameterValues = t.TypeOf<typeof ReservationPathParameters>
type ReservationRequest = Pick<
  RouteRequest<ReservationParameterValues, unknown, unknown>,
  'caller' | 'library' | 'params'
>

/** The row of a reservation for this title that has not ended, if there is one. */
export const findReservationRow = ({
  library,
  params,
}: ReservationRequest): TE.TaskEither<HttpFailure, ReservationRow | undefined> =>
  pipe(
    readCaughtUpRows(library),
    TE.map(reservationById(params.reservation)),
    TE.map((row) => (row?.title === params.title ? row : undefined)),
  )

/** Finds a reservation that has not ended. Borrowers find their own only. */
export const findReservationOfRequest = (request: ReservationRequest): TE.TaskEither<HttpFailure, ReservationRow> =>
  pipe(
    findReservationRow(request),
    TE.chainFirstEitherK((row) => requireOwnData(request.caller)(row?.borrower)),
    TE.chainEitherK(requireFound<ReservationRow>(commandRefused({ _tag: 'ReservationIsUnknown' }))),
  )
