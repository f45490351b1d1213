import type { Request, RequestHandler, Response } from 'express'
import * as E from 'fp-ts/Either'
import { monthOf } from '../../../../domain/values/month'
import { todayByMachineClock } from '../../../system/clock/today-by-machine-clock'
import { runInTraceSpan } from '../../../system/telemetry/run-in-trace-span'
import { authenticateCaller } from '../access/authenticate-caller'
import { addAllowedRolesToFailure } from '../access/add-allowed-roles-to-failure'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import { failureTagOf } from '../problems/problem-details'
import type { RouteAnswer } from '../route/route-handler'
import type { Route, UndecodedRouteRequest } from '../route/route'
import type { HttpCaller } from '../tokens/caller'
import type { AfterTokenPositions } from './after-token'
import { acceptedForm } from './accepted-form'
import { readIfMatch } from './if-match'
import type { CrossRequestState } from './cross-request-state'
import { httpRequestIdOf } from './count-requests'
import { splitAfterTokenFromQuery } from './split-after-token-from-query'
import { runRoute } from './run-route'
import { requestSourceOf } from './request-source-of'
import { receivedVideoOf } from './received-video-of'
import { sendAnswer } from './send-answer'
import { sendProblem } from './send-problem'
import type { HttpDependencies } from './http-dependencies'
import { waitForReactionsAndReadModels } from './wait-for-reactions-and-read-models'

const addAfterToken = (
  { library }: HttpDependencies,
  { afterTokens }: CrossRequestState,
  { body, ...rest }: RouteAnswer<unknown>,
): RouteAnswer<unknown> => ({
  ...rest,
  body: { ...(body as object), after: afterTokens.encode(library.positionsOfCommands()) },
})

/** Whether the body is JSON. Most callers send exactly this header, and need no parsing of it by Express. */
const isJson = (request: Request): boolean =>
  (request.headers['content-type'] === 'application/json' && request.headers['content-length'] !== undefined) ||
  request.is('application/json') === 'application/json'

/** Whether the request has no body: none is announced, or one of 0 bytes. */
const isBodyEmpty = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0

const findBodyFailure = (route: Route, request: Request): HttpFailure | undefined => {
  if (route.receives === 'video') return undefined
  const isEmpty = isBodyEmpty(request)
  if (!isEmpty && !isJson(request)) return httpRequestFailure('BodyIsNotJson')
  return route.body !== undefined && (isEmpty || request.body === undefined)
    ? httpRequestFailure('BodyIsEmpty')
    : undefined
}

const notAcceptedFailure = {
  json: 'AnswerIsJson',
  html: 'AnswerIsPage',
  video: 'AnswerIsVideo',
  picture: 'AnswerIsPicture',
} as const

/** The failure of a request whose headers do not fit the route. */
const findHeaderFailure = (route: Route, request: Request): HttpFailure | undefined =>
  acceptedForm(route, request) === undefined
    ? httpRequestFailure(notAcceptedFailure[route.format])
    : findBodyFailure(route, request)

/** The parts of a request that are read before the route runs. */
interface ReadRequest {
  readonly after: AfterTokenPositions | undefined
  readonly query: unknown
  readonly ifMatch: UndecodedRouteRequest['ifMatch']
}

const readRequest = (
  { afterTokens, pageCursors }: CrossRequestState,
  route: Route,
  request: Request,
): E.Either<HttpFailure, ReadRequest> => {
  const headerFailure = findHeaderFailure(route, request)
  if (headerFailure !== undefined) return E.left(headerFailure)
  const split = splitAfterTokenFromQuery(afterTokens)(route, request.query)
  if (split._tag === 'Left') return split
  const query = pageCursors.decryptQuery(route, split.right.rest)
  if (query._tag === 'Left') return query
  const ifMatch = readIfMatch(route)(request.headers['if-match'])
  return ifMatch._tag === 'Left'
    ? ifMatch
    : E.right({ after: split.right.after, query: query.right, ifMatch: ifMatch.right })
}

/** Reads a request of an admitted caller, and runs its route. */
const readAndRunRoute = (settings: HttpDependencies, state: CrossRequestState) => {
  const run = runRoute(settings, state)
  return async (
    route: Route,
    request: Request,
    caller: HttpCaller,
  ): Promise<E.Either<HttpFailure, RouteAnswer<unknown>>> => {
    const read = readRequest(state, route, request)
    if (read._tag === 'Left') return read
    const { after, query, ifMatch } = read.right
    const sent = {
      params: { ...request.params },
      query,
      // A route without a body takes an empty object too, and refuses what else is sent.
      body: request.body === undefined ? {} : (request.body as unknown),
      ifMatch,
      idempotencyKey: request.get('idempotency-key'),
      source: requestSourceOf(request),
      received: route.receives === 'video' ? receivedVideoOf(request) : undefined,
    }
    if (route.kind === 'read') return run(route, caller, sent, waitForReactionsAndReadModels(settings.library)(after))
    const answer = await run(route, caller, sent)
    return answer._tag === 'Left' ? answer : E.right(addAfterToken(settings, state, answer.right))
  }
}

/** The time that a log line about a route may have: the month for *persons*, as its log has, and else the day. */
const timeOfLog = ({ tag }: Route): string =>
  tag === 'Borrowers' ? monthOf(todayByMachineClock()) : todayByMachineClock()

const loggedStatuses: ReadonlySet<number> = new Set([500])

const outcomeReporter =
  ({ logger }: HttpDependencies, route: Route, response: Response) =>
  (outcome: string): void => {
    if (!loggedStatuses.has(response.statusCode)) return
    const [request, on] = [httpRequestIdOf(response), timeOfLog(route)]
    logger.error({ on, request, operation: route.name, problem: outcome }, 'a request was answered with status 500')
  }

/** Only what no command follows and no person asks has a span of its own: a span tells its time to the microsecond. */
const inSpanOfAnonymousRead = (route: Route): (<A>(task: () => Promise<A>) => Promise<A>) =>
  route.kind === 'read' && route.roles === 'anyone'
    ? (task) => runInTraceSpan(`${route.method.toUpperCase()} ${route.path}`, task)
    : (task) => task()

/**
 * Serves one route: authenticates the caller, runs the route, sends the answer, and logs an unexpected outcome.
 */
export const serveRoute = (settings: HttpDependencies, state: CrossRequestState) => {
  const run = readAndRunRoute(settings, state)
  return (route: Route): RequestHandler => {
    const runInSpan = inSpanOfAnonymousRead(route)
    const authenticate = authenticateCaller(settings, route)
    return async (request, response) => {
      const reportOutcome = outcomeReporter(settings, route, response)
      await runInSpan(async () => {
        const caller = await authenticate(request.headers.authorization)()
        const answer = caller._tag === 'Left' ? caller : await run(route, request, caller.right)
        if (answer._tag === 'Right' && caller._tag === 'Right') {
          sendAnswer(response, route, caller.right)(answer.right)
          reportOutcome('done')
        } else if (answer._tag === 'Left') {
          sendProblem(
            request,
            response,
          )(addAllowedRolesToFailure(route, E.isRight(caller) ? caller.right : undefined)(answer.left))
          reportOutcome(failureTagOf(answer.left))
          state.reportRefusedToken(settings.logger, answer.left)
        }
      })
    }
  }
}
