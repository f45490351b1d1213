import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { reserveTitle } from '../../../../../domain/use-cases/reserve-title'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, BranchId } from '../../../../../domain/values/ids'
import { Volume } from '../../../../../domain/values/volume'
import { Instant } from '../../../../../domain/values/instant'
import { requireOwnData } from '../../access/require-own-data'
import { staffMachinesAndBorrowers } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute } from '../../route/define-route'
import { OverrideReasonCodec, resolveOverrideReason } from '../override-reason'
import { TitlePathParameters } from '../titles/read-title-route'
import { ReservationChangedAnswer } from './reservation-answer-codecs'

const NewReservationBody = objectCodec(
  'NewReservation',
  { borrower: BorrowerId },
  {
    ...{ volume: Volume, pickUpBranch: BranchId, interestUntil: Day, actedAt: Instant },
    overrideReason: OverrideReasonCodec,
  },
)

export const reserveTitleRoute = defineCommandRoute({
  method: 'post',
  path: '/titles/:title/reservations',
  name: 'reserveTitle',
  headers: ['Location'],
  summary:
    'Reserve a title: put a borrower at the end of its queue (reservering). Staff may override a refusal that says `mayBeOverridden`, with a reason',
  tag: 'Reservations',
  roles: staffMachinesAndBorrowers,
  params: TitlePathParameters,
  body: NewReservationBody,
  namedInBody: { borrower: 'borrower', branch: 'pickUpBranch' },
  status: 201,
  answer: ReservationChangedAnswer,
  handle: (request) => {
    const {
      params: { title },
      body: { borrower, volume, pickUpBranch, interestUntil, overrideReason },
    } = request
    return pipe(
      TE.fromEither(requireOwnData(request.caller)(borrower)),
      TE.chainEitherK(() => resolveActedAt(request)(request.body.actedAt)),
      TE.chainFirstEitherK(({ at }) => resolveOverrideReason(request)(at, overrideReason)),
      TE.chain((metadata) =>
        pipe(
          reserveTitle(request.library.useCaseDependencies)({
            ...metadata,
            title,
            borrower,
            volume,
            pickUpBranch,
            interestUntil,
            overrideReason,
          }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.map(({ reservation }) => ({
        body: { reservation, title },
        location: `/titles/${title}/reservations/${reservation}`,
      })),
    )
  },
})
