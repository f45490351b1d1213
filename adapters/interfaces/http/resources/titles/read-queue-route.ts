import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, BranchId, ReservationId, TitleId } from '../../../../../domain/values/ids'
import { queueForTitle } from '../../../../../projections/queue/reservation-queries'
import { stateOfReservation } from '../../../../../projections/queue/reservation-state'
import { withEffectivePickUpDeadline } from '../../../../../projections/queue/with-effective-pick-up-deadline'
import { staffAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { deadlineToday } from '../deadline-today'
import { readCaughtUpRows } from '../read-caught-up-rows'
import { ReservationStateCodec } from '../reservations/reservation-answer-codecs'
import { TitlePathParameters } from './read-title-route'

/** The most places that are shown. */
const maxPlaces = 500

const reservationValue = personalValueCodec('reservation')

const QueuePlaceAnswer = objectCodec('QueuePlace', {
  reservation: reservationValue(ReservationId),
  borrower: reservationValue(BorrowerId),
  pickUpBranch: reservationValue(BranchId),
  interestUntil: reservationValue(Day),
  state: reservationValue(ReservationStateCodec),
  pickUpNumber: reservationValue(nullableCodec(t.string)),
  pickUpBy: reservationValue(nullableCodec(Day)),
})

/** Nobody's name stands in the queue. */
export const readQueueRoute = defineReadRoute({
  path: '/titles/:title/queue',
  name: 'readQueue',
  summary: 'Read the queue of a title, first in queue first: those whose copy is ready, and those who wait',
  tag: 'Reservations',
  roles: staffAndAuditors,
  params: TitlePathParameters,
  answer: objectCodec('Queue', { title: TitleId, length: CountCodec, places: listCodec(QueuePlaceAnswer) }),
  handle: ({ params: { title }, library }) =>
    pipe(
      readCaughtUpRows(library),
      TE.map((rows) => {
        const queue = queueForTitle(title)(rows)
        const places = queue
          .slice(0, maxPlaces)
          .map((row) => ({
            ...withEffectivePickUpDeadline(deadlineToday(library))(row),
            state: stateOfReservation(row)(rows),
          }))
          .map(({ reservation, borrower, pickUpBranch, interestUntil, state, pickUpNumber, pickUpBy }) => ({
            ...{ reservation, borrower, pickUpBranch, interestUntil, state, pickUpNumber, pickUpBy },
          }))
        return answerWithBody({ title, length: queue.length, places })
      }),
    ),
})
