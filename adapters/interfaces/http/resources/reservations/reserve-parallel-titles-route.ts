import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { reserveParallelTitles } from '../../../../../domain/use-cases/reserve-parallel-titles'
import { mostParallelTitles } from '../../../../../domain/title/parallel-titles'
import { Day } from '../../../../../domain/values/day'
import { BranchId, ReservationId, TitleId } from '../../../../../domain/values/ids'
import { requireOwnData } from '../../access/require-own-data'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import { boundedListCodec } from '../../codecs/bounded-list-codec'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { BorrowerPathParameters } from '../borrowers/borrower-request-codecs'

const NewParallelReservationBody = objectCodec(
  'NewParallelReservation',
  { titles: boundedListCodec(mostParallelTitles, TitleId) },
  { pickUpBranch: BranchId, interestUntil: Day },
)

const ParallelReservationAnswer = objectCodec('ParallelReservation', {
  reservations: listCodec(objectCodec('ParallelReservationOfTitle', { title: TitleId, reservation: ReservationId })),
})

/** Reserves several titles, of which the borrower wants one. When one of them is refused, none is reserved. */
export const reserveParallelTitlesRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/:borrower/parallel-reservations',
  name: 'reserveParallelTitles',
  summary:
    'Reserve several titles, such as editions, of which the borrower wants one (parallelreservering): all or none of them',
  tag: 'Reservations',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  body: NewParallelReservationBody,
  namedInBody: { branch: 'pickUpBranch' },
  status: 201,
  answer: ParallelReservationAnswer,
  handle: ({ caller, params: { borrower }, body: { titles, pickUpBranch, interestUntil }, library, origin }) => {
    const { useCaseDependencies } = library
    return pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() =>
        pipe(
          reserveParallelTitles(useCaseDependencies)({
            ...{ borrower, titles, pickUpBranch, interestUntil, origin },
            at: useCaseDependencies.commandHandling.clock.now(),
          }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.map(({ reservations }) => answerWithBody({ reservations })),
    )
  },
})
