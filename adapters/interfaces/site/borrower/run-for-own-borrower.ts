import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { requireCallingBorrower } from '../../http/access/require-calling-borrower'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { RouteInput } from '../../http/request-handling/run-route-for-caller'
import type { Route } from '../../http/route/route'
import type { RouteAnswer } from '../../http/route/route-handler'
import type { FormRequest } from '../page/site-page'

/**
 * Runs a route of a form whose path names the borrower: it is the one who sent the form. The route runs under the ETag that
 * the form holds, if it holds one.
 */
export const runForOwnBorrower =
  ({ run, caller, fields: { etag }, idempotencyKey }: FormRequest) =>
  <A>(
    route: Route<A>,
    { params, body }: Pick<RouteInput, 'params' | 'body'> = {},
  ): TE.TaskEither<HttpFailure, RouteAnswer<A>> =>
    pipe(
      TE.fromEither(requireCallingBorrower(caller)),
      TE.flatMap((borrower) =>
        run(route, {
          ...{ params: { borrower, ...params }, body, idempotencyKey },
          ...(etag === undefined ? {} : { ifMatch: etag }),
        }),
      ),
    )
