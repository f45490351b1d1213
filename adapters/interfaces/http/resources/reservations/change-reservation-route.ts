import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BranchId } from '../../../../../domain/values/ids'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { defineCommandRoute } from '../../route/define-route'
import { changeQueueIfMatch } from './change-queue-if-match'
import { findReservationOfRequest } from './find-reservation-of-request'
import { ReservationChangedAnswer, ReservationPathParameters } from './reservation-answer-codecs'

export const changeReservationRoute = defineCommandRoute({
  method: 'patch',
  path: '/titles/:title/reservations/:reservation',
  name: 'changeReservation',
  headers: ['ETag'],
  summary: 'Change the pick-up branch (afhentningssted) or the last day of interest',
  tag: 'Reservations',
  roles: staffAndBorrowers,
  params: ReservationPathParameters,
  body: objectCodec('ReservationChange', {}, { pickUpBranch: BranchId, interestUntil: Day }),
  namedInBody: { branch: 'pickUpBranch' },
  ifMatch: 'may',
  answer: ReservationChangedAnswer,
  handle: (request) =>
    pipe(
      findReservationOfRequest(request),
      TE.chain(({ pickUpBranch, interestUntil }) =>
        changeQueueIfMatch(request)({
          type: 'ChangeReservation',
          ...request.params,
          pickUpBranch: request.body.pickUpBranch ?? pickUpBranch,
          interestUntil: request.body.interestUntil ?? interestUntil,
          at: request.library.useCaseDependencies.commandHandling.clock.now(),
        }),
      ),
    ),
})
