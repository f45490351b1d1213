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
import { loadBorrower, recordEtag, type BorrowerEtag } from './borrower-etag'

type BorrowerRequest = RouteRequest<{ readonly borrower: BorrowerId }, unknown, unknown>
type BorrowerChangedAnswer = TE.TaskEither<HttpFailure, RouteAnswer<{ readonly borrower: BorrowerId }>>

/** No revision of a stream has this ETag. */
const staleEtag = 'stale'

/** The ETag of the borrower's stream when If-Match names the present part; undefined without If-Match. */
const streamEtagOfIfMatch = (
  { library, params: { borrower }, ifMatch }: BorrowerRequest,
  etagOf: BorrowerEtag,
): TE.TaskEither<HttpFailure, string | undefined> =>
  ifMatch === undefined
    ? TE.right(undefined)
    : pipe(
        loadBorrower(library)(borrower),
        TE.map((loaded) => (etagOf(loaded) === ifMatch ? etagOfRevision(loaded.revision) : staleEtag)),
      )

const changeAtStreamEtag =
  (
    { library: { useCaseDependencies }, params: { borrower }, origin }: BorrowerRequest,
    makeCommand: (ids: UseCaseIds) => BorrowerChange,
  ) =>
  (etag: string | undefined) => {
    const metadata = { at: useCaseDependencies.commandHandling.clock.now(), origin }
    const checked = withEtagCheck(useCaseDependencies, borrowerAggregate(useCaseDependencies.policy), borrower)(etag)
    return pipe(
      changeBorrower(checked)(borrower, metadata)(makeCommand),
      TE.mapLeft((failure): HttpFailure => failure),
      withPrecondition(etag),
    )
  }

/** Changes a borrower, if the part that `etagOf` stands for still has the ETag of If-Match (when the caller sends one). */
export const changeBorrowerIfMatch =
  (request: BorrowerRequest, etagOf: BorrowerEtag = recordEtag) =>
  (makeCommand: (ids: UseCaseIds) => BorrowerChange): BorrowerChangedAnswer => {
    const { borrower } = request.params
    return pipe(
      TE.fromEither(requireOwnData(request.caller)(borrower)),
      TE.chain(() => streamEtagOfIfMatch(request, etagOf)),
      TE.chain(changeAtStreamEtag(request, makeCommand)),
      TE.bindTo('changed'),
      TE.bind('loaded', () => loadBorrower(request.library)(borrower)),
      TE.map(({ changed, loaded }) => ({ body: { borrower }, etag: etagOf(loaded, changed.revision) })),
    )
  }
