import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { requireRole } from '../access/caller-roles-of-routes'
import { refuseBlockedCaller } from '../access/refuse-blocked-log-in'
import { replaceUnknownByDamage } from '../problems/replace-unknown-by-damage'
import type { HttpFailure } from '../problems/http-failure'
import type { RouteAnswer } from '../route/route-handler'
import type { Route, UndecodedRouteRequest } from '../route/route'
import { anonymousCaller, type HttpCaller } from '../tokens/caller'
import type { CrossRequestState } from './cross-request-state'
import type { HttpDependencies } from './http-dependencies'

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
export const runRouteForCaller =
  (
    { library, publicUrl }: Pick<HttpDependencies, 'library' | 'publicUrl'>,
    { pageCursors, readIdempotencyKey, wrongPinCounter }: CrossRequestState,
    person: HttpCaller,
  ): RunRoute =>
  (route, { params = {}, query = {}, body = {}, ifMatch, idempotencyKey } = {}) => {
    const caller = route.roles === 'anyone' ? anonymousCaller : person
    const origin: UndecodedRouteRequest['origin'] = (content) =>
      route.kind === 'read' ? E.right({ _tag: 'Once' }) : readIdempotencyKey(route, caller)(idempotencyKey, content)
    const context = { caller, library, publicUrl, wrongPinCounter, origin, ifMatch, params, body, received: undefined }
    return pipe(
      requireRole(route)(caller),
      E.chain(refuseBlockedCaller(library.rows)),
      E.chain(() => pageCursors.decryptQuery(route, query)),
      TE.fromEither,
      TE.flatMap((decrypted) => route.run({ ...context, query: decrypted })),
      TE.bimap(replaceUnknownByDamage(library.damagedEvents(), { params, body }), (answer) =>
        pageCursors.encryptAnswer(route, answer),
      ),
    )
  }
