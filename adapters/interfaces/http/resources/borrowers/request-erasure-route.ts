import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { requestErasure as askToBeForgotten } from '../../../../../domain/use-cases/request-erasure'
import { requireOwnData } from '../../access/require-own-data'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { checkBorrowerExists } from './check-borrower-exists'
import { BorrowerChangedAnswer, BorrowerPathParameters } from './borrower-request-codecs'

/** An erased borrower is answered as unknown. Until the erasure, a repeated request gets the first answer. */
export const requestErasureRoute = defineCommandRoute({
  method: 'delete',
  path: '/borrowers/:borrower',
  name: 'requestErasure',
  summary: 'Request the erasure of a borrower; refused, with the obstacles, until everything is returned and paid',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  status: 202,
  answer: BorrowerChangedAnswer,
  handle: ({ params: { borrower }, caller, origin, library }) => {
    const { useCaseDependencies } = library
    return pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() => checkBorrowerExists(library)(borrower)),
      TE.chain(() =>
        pipe(
          askToBeForgotten(useCaseDependencies)({
            borrower,
            at: useCaseDependencies.commandHandling.clock.now(),
            origin,
          }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.map(() => answerWithBody({ borrower })),
    )
  },
})
