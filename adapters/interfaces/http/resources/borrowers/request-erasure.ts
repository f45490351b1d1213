import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { requestErasure as askToBeForgotten } from '../../../../../domain/use-cases/request-erasure'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { borrowerById } from '../../../../../projections/borrowers/borrower-queries'
import type { BorrowerRow } from '../../../../../projections/borrowers/borrower-tables'
import { requireOwnData } from '../../access/require-own-data'
import { staffAndBorrowers } from '../../access/roles'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWith } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { foundOr, caughtUpRows } from '../read-rows'
import { BorrowerChangedAnswer, BorrowerParameters } from './request-codecs'

/** An erased borrower is answered as unknown. Until the erasure, a repeated request gets the first answer. */
export const requestErasureRoute = defineCommandRoute({
  method: 'delete',
  path: '/borrowers/:borrower',
  name: 'requestErasure',
  summary: 'Request the erasure of a borrower; refused, with the obstacles, until everything is returned and paid',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerParameters,
  status: 202,
  answer: BorrowerChangedAnswer,
  handle: ({ params: { borrower }, caller, origin, library }) => {
    const { useCaseDependencies } = library
    return pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() => caughtUpRows(library)),
      TE.chainEitherK((rows) =>
        foundOr<BorrowerRow>(commandRefused({ _tag: 'BorrowerIsUnknown' }))(borrowerById(borrower)(rows)),
      ),
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
      TE.map(() => answerWith({ borrower })),
    )
  },
})
