import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { changeBorrower, type BorrowerChange } from '../../../../../domain/use-cases/change-borrower'
import type { UseCaseIds } from '../../../../../domain/use-cases/repeatable-ids-of-use-case'
import { borrowerAggregate } from '../../../../../domain/borrower/borrower-aggregate'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { requireOwnData } from '../../access/require-own-data'
import { etagOfRevision, withEtagCheck } from '../../request-handling/etag'
import { withPrecondition } from '../../request-handling/with-precondition'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteAnswer, RouteRequest } from '../../route/route-handler'

type BorrowerRequest = RouteRequest<{ readonly borrower: BorrowerId }, unknown, unknown>

/** Changes a borrower, if the borrower's stream still has the ETag of If-Match (when the caller sends one). */
export const changeBorrowerIfMatch =
  ({ library: { useCaseDependencies }, params: { borrower }, caller, ifMatch, origin }: BorrowerRequest) =>
  (
    makeCommand: (ids: UseCaseIds) => BorrowerChange,
  ): TE.TaskEither<HttpFailure, RouteAnswer<{ readonly borrower: BorrowerId }>> => {
    const libraryAtEtag = withEtagCheck(
      useCaseDependencies,
      borrowerAggregate(useCaseDependencies.policy),
      borrower,
    )(ifMatch)
    return pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() =>
        pipe(
          changeBorrower(libraryAtEtag)(borrower, { at: useCaseDependencies.commandHandling.clock.now(), origin })(
            makeCommand,
          ),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      withPrecondition(ifMatch),
      TE.map(({ revision }) => ({ body: { borrower }, etag: etagOfRevision(revision) })),
    )
  }
