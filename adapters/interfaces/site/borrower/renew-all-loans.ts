import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { readCallingBorrowerRoute } from '../../http/resources/borrowers/read-borrower-routes'
import { renewLoanRoute } from '../../http/resources/loans/renew-loan-route'
import { failureTagOf } from '../../http/problems/problem-details'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { FormRequest } from '../page/site-page'

/** Renews a loan; false when the renewal is denied. Each loan has an idempotency key of its own. */
const renewIfAllowed =
  ({ run, idempotencyKey }: FormRequest) =>
  (loan: string): TE.TaskEither<HttpFailure, boolean> =>
    pipe(
      run(renewLoanRoute, { params: { loan }, idempotencyKey: `${idempotencyKey}.${loan}` }),
      TE.map(() => true),
      TE.orElse((failure) =>
        failureTagOf(failure) === 'RenewalIsDenied' ? TE.right(false) : TE.left<HttpFailure, boolean>(failure),
      ),
    )

const outcomeOf = (renewed: ReadonlyArray<boolean>): string => {
  if (renewed.every((one) => one)) return 'allRenewed'
  return renewed.some((one) => one) ? 'someRenewed' : 'noneRenewed'
}

/** Renews each running loan of the borrower that can be renewed. A loan that cannot keeps no other from it. */
export const renewAllLoans = (
  request: FormRequest,
): TE.TaskEither<HttpFailure, { readonly to: string; readonly done: string }> =>
  pipe(
    request.run(readCallingBorrowerRoute),
    TE.map(({ body: { loans } }) => loans.filter(({ endedOn }) => endedOn === null).map(({ loan }) => loan)),
    TE.flatMap(TE.traverseSeqArray(renewIfAllowed(request))),
    TE.map((renewed) => ({ to: '/mit', done: outcomeOf(renewed) })),
  )
