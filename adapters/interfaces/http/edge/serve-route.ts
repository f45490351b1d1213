import type { Request, RequestHandler, Response } from 'express'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { inSpan } from '../../../system/telemetry/span'
import { callerOfRequest } from '../access/caller-of-request'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'
import { tagOf } from '../problems/problem'
import type { Answered } from '../route/call'
import type { Route } from '../route/route'
import type { Caller } from '../tokens/caller'
import { afterToken } from './after'
import { ifMatchOf } from './if-match'
import type { Kept } from './kept'
import { afterIn } from './query'
import { sendAnswer } from './send-answer'
import { sendProblem } from './send-problem'
import type { HttpSettings } from './settings'
import { waitFor } from './wait-for'

const withPosition =
  ({ system }: HttpSettings, { body, ...rest }: Answered<unknown>): TE.TaskEither<Failure, Answered<unknown>> =>
  async () =>
    E.right({ ...rest, body: { ...(body as object), after: afterToken(await system.heads()) } })

/** Express reads the header with care; for what nearly every caller sends it is asked in vain. */
const isJson = (request: Request): boolean =>
  (request.headers['content-type'] === 'application/json' && request.headers['content-length'] !== undefined) ||
  request.is('application/json') === 'application/json'

const needsJson = (route: Route, request: Request): boolean => route.body !== undefined && !isJson(request)

const ask =
  (settings: HttpSettings, { originOf, wrongPins }: Kept, route: Route, request: Request) =>
  (caller: Caller): TE.TaskEither<Failure, Answered<unknown>> => {
    if (needsJson(route, request)) return TE.left(edge('BodyIsNotJson'))
    const { system } = settings
    const isRead = route.kind === 'read'
    return pipe(
      TE.Do,
      TE.bind('query', () => TE.fromEither(afterIn(route, request.query))),
      TE.bind('ifMatch', () => TE.fromEither(ifMatchOf(route)(request.headers['if-match']))),
      TE.chainFirst(({ query }) => (isRead ? waitFor(system)(query.after) : TE.right(undefined))),
      TE.chain(({ query, ifMatch }) =>
        route.run({
          params: { ...request.params },
          query: query.rest,
          body: route.body === undefined ? {} : (request.body as unknown),
          caller,
          system,
          ifMatch,
          wrongPins,
          origin: (wanted) =>
            isRead ? E.right({ _tag: 'Once' }) : originOf(route, caller)(request.get('idempotency-key'), wanted),
        }),
      ),
      TE.chain((answered) => (isRead ? TE.right(answered) : withPosition(settings, answered))),
    )
  }

const loud: ReadonlySet<number> = new Set([500])

const told =
  ({ metrics, log }: HttpSettings, route: Route, response: Response) =>
  (outcome: string): void => {
    if (route.kind === 'command') metrics.commanded(route.name, outcome)
    if (loud.has(response.statusCode)) log.error({ operation: route.name, problem: outcome }, 'something is damaged')
  }

/** Serves one route: who asks, what for, the answer, and a word to the log and the metrics of what came of it. */
export const serveRoute =
  (settings: HttpSettings, kept: Kept) =>
  (route: Route): RequestHandler =>
  async (request, response) => {
    const tell = told(settings, route, response)
    const asking = callerOfRequest(settings.tokens, route)(request.headers.authorization)
    await inSpan(`${route.method.toUpperCase()} ${route.path}`, async () => {
      const caller = await asking()
      const answer = caller._tag === 'Left' ? caller : await ask(settings, kept, route, request)(caller.right)()
      if (answer._tag === 'Right' && caller._tag === 'Right') {
        sendAnswer(response, route, caller.right)(answer.right)
        tell('done')
      } else if (answer._tag === 'Left') {
        sendProblem(request, response)(answer.left)
        tell(tagOf(answer.left))
      }
    })
  }
