import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { admitCaller } from '../access/admit-caller'
import type { HttpFailure } from '../problems/http-failure'
import type { RouteAnswer } from '../route/route-handler'
import type { RequestSource } from '../route/request-source'
import type { Route } from '../route/route'
import { anonymousCaller, type HttpCaller } from '../tokens/caller'
import type { CrossRequestState } from './cross-request-state'
import type { HttpDependencies } from './http-dependencies'
import { runRoute } from './run-route'

/** What is sent to a route: every part as its codec reads it, each empty when it is left out. */
export interface RouteInput {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly ifMatch?: string
  readonly idempotencyKey?: string | undefined
}

/** Runs a route. Answers its own answer, before it is encoded: no value is withheld, so an auditor must not be shown it. */
export type RunRoute = <A>(route: Route<A>, input?: RouteInput) => TE.TaskEither<HttpFailure, RouteAnswer<A>>

/**
 * Runs routes for a person who is known already, for instance by a session, with the same rules as a request has. A route
 * for anyone does not learn who the person is.
 */
export const runRouteForCaller = (
  settings: Pick<HttpDependencies, 'library' | 'publicUrl'>,
  state: CrossRequestState,
  person: HttpCaller,
  source: RequestSource,
): RunRoute => {
  const run = runRoute(settings, state)
  return (route, { params = {}, query = {}, body = {}, ifMatch, idempotencyKey } = {}) => {
    const caller = route.roles === 'anyone' ? anonymousCaller : person
    const sent = { params, body, ifMatch, idempotencyKey, source, received: undefined }
    return pipe(
      admitCaller(settings.library.rows, route)(caller),
      E.chain(() => state.pageCursors.decryptQuery(route, query)),
      TE.fromEither,
      TE.flatMap((decrypted) => () => run(route, caller, { ...sent, query: decrypted })),
    )
  }
}
