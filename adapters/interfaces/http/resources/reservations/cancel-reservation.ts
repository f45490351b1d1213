import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { deskAndOwn } from '../../access/roles'
import { edge } from '../../problems/edge-failure'
import type { Failure } from '../../problems/failure'
import { command } from '../../route/define'
import { changeWith } from './change'
import { rowOf } from './find-reservation'
import { ReservationChanged, ReservationPath } from './views'

/** One that is not there is refused to a borrower in the words for somebody else's. */
const asNotYours = (failure: Failure): Failure =>
  failure._tag === 'Refused' && failure.refusal._tag === 'ReservationIsUnknown' ? edge('NotYourOwn') : failure

/**
 * Once cancelled, nothing tells whose it was. So one that is gone is given to the title to answer: the same key again
 * gets the first answer, and any other request is told that there is no such reservation.
 */
export const cancelReservation = command({
  method: 'delete',
  path: '/titles/:title/reservations/:reservation',
  name: 'cancelReservation',
  about: 'Give up a place in the queue; what was known of it is forgotten at once',
  area: 'Reservations',
  roles: deskAndOwn,
  params: ReservationPath,
  ifMatch: 'may',
  answer: ReservationChanged,
  handle: (call) => {
    const change = changeWith(call)({ type: 'CancelReservation', ...call.params })
    return pipe(
      rowOf(call),
      TE.chain((row) => {
        if (call.caller.role !== 'borrower' || row?.borrower === call.caller.subject) return change
        return row === undefined ? TE.mapLeft(asNotYours)(change) : TE.left<Failure>(edge('NotYourOwn'))
      }),
    )
  },
})
