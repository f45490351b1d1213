import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { libraryForCaller } from '../access/library-for-caller'
import { replaceUnknownByDamage } from '../problems/replace-unknown-by-damage'
import type { HttpFailure } from '../problems/http-failure'
import type { RouteAnswer } from '../route/route-handler'
import type { Route, UndecodedRouteRequest } from '../route/route'
import type { HttpCaller } from '../tokens/caller'
import type { CrossRequestState } from './cross-request-state'
import type { HttpDependencies } from './http-dependencies'

/** What is sent to a route, its cursor decrypted. */
interface SentToRoute extends Pick<
  UndecodedRouteRequest,
  'params' | 'query' | 'body' | 'ifMatch' | 'received' | 'source'
> {
  readonly idempotencyKey: string | undefined
}

/**
 * Runs a route for a caller who may use it, once what it waits for is there, and encrypts the cursor of its answer. What
 * the route does not know because its events are damaged fails as damaged.
 */
export const runRoute =
  (
    { library, publicUrl }: Pick<HttpDependencies, 'library' | 'publicUrl'>,
    { pageCursors, readIdempotencyKey, wrongPinCounter }: CrossRequestState,
  ) =>
  async <A>(
    route: Route<A>,
    caller: HttpCaller,
    { params, query, body, ifMatch, received, source, idempotencyKey }: SentToRoute,
    waitsFor?: TaskEither<HttpFailure, void>,
  ): Promise<E.Either<HttpFailure, RouteAnswer<A>>> => {
    const origin: UndecodedRouteRequest['origin'] = (content) =>
      route.kind === 'read' ? E.right({ _tag: 'Once' }) : readIdempotencyKey(route, caller)(idempotencyKey, content)
    const input = {
      params,
      query,
      body,
      caller,
      source,
      library: libraryForCaller(library, caller),
      publicUrl,
      ifMatch,
      received,
      wrongPinCounter,
      origin,
    }
    const waited = waitsFor === undefined ? undefined : await waitsFor()
    const answer = waited?._tag === 'Left' ? waited : await route.run(input)()
    return answer._tag === 'Right'
      ? E.right(pageCursors.encryptAnswer(route, answer.right))
      : E.left(replaceUnknownByDamage(library.damagedEvents(), { params, body })(answer.left))
  }
