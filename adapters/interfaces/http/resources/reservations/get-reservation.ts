import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { queueNumber } from '../../../../../projections/queue/queries'
import { titleAggregate } from '../../../../../domain/title/aggregate'
import { deskAuditAndOwn } from '../../access/roles'
import { read } from '../../route/define'
import { taggedRows } from '../tagged-rows'
import { findReservation } from './find-reservation'
import { ReservationPath, ReservationView } from './views'

export const getReservation = read({
  path: '/titles/:title/reservations/:reservation',
  name: 'readReservation',
  about: 'A reservation and its place in the queue',
  area: 'Reservations',
  roles: deskAuditAndOwn,
  params: ReservationPath,
  answer: ReservationView,
  handle: (call) =>
    pipe(
      findReservation(call),
      TE.chain(({ title }) => taggedRows(call.system)(titleAggregate(call.system.library.policy), title)),
      TE.bind('found', () => findReservation(call)),
      TE.map(({ etag, rows, found }) => {
        const place = queueNumber(found.reservation)(rows)
        return { etag, body: place === undefined ? found : { ...found, queueNumber: place } }
      }),
    ),
})
