import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import { refused } from '../../../../../domain/command-handling/handling-error'
import { reservationById } from '../../../../../projections/queue/queries'
import type { Reservation } from '../../../../../projections/queue/rows'
import { ownOnly } from '../../access/own'
import type { Failure } from '../../problems/failure'
import type { Call } from '../../route/call'
import { found, rowsNow } from '../ready'
import type { ReservationPath } from './views'

export type Place = t.TypeOf<typeof ReservationPath>
type Asking = Pick<Call<Place, unknown, unknown>, 'caller' | 'system' | 'params'>

/** The row of a reservation that has not ended, if there is one under this title. */
export const rowOf = ({ system, params }: Asking): TE.TaskEither<Failure, Reservation | undefined> =>
  pipe(
    rowsNow(system),
    TE.map(reservationById(params.reservation)),
    TE.map((row) => (row?.title === params.title ? row : undefined)),
  )

/** A reservation that has not ended; a borrower finds their own only. */
export const findReservation = (asking: Asking): TE.TaskEither<Failure, Reservation> =>
  pipe(
    rowOf(asking),
    TE.chainFirstEitherK((row) => ownOnly(asking.caller)(row?.borrower)),
    TE.chainEitherK(found<Reservation>(refused({ _tag: 'ReservationIsUnknown' }))),
  )
