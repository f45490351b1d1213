import type { RequestHandler, Router } from 'express'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { videoViewers } from '../../http/access/caller-roles-of-routes'
import type { HttpFailure } from '../../http/problems/http-failure'
import { httpRequestFailure } from '../../http/problems/http-request-failure'
import { setRequestKindForMetrics } from '../../http/request-handling/count-requests'
import { runRouteForCaller } from '../../http/request-handling/run-route-for-caller'
import { sendAnswer } from '../../http/request-handling/send-answer'
import { sendProblem } from '../../http/request-handling/send-problem'
import { readFootageContentRoute } from '../../http/resources/video/read-footage-content-route'
import { findSession, identifyVisitor, type BrowserSession, type Visitor } from '../page/find-visitor'
import type { SiteDependencies } from '../page/site-dependencies'
import { logRequest } from '../visits/record-visits'

const access = { roles: videoViewers }

const visitorWith =
  (now: number) =>
  (found: BrowserSession): E.Either<HttpFailure, Visitor> =>
    pipe(
      identifyVisitor(access, found, now),
      E.mapLeft(() => httpRequestFailure('RoleIsMissing')),
    )

/** Answers the recording that a request opened to whoever asked, by their session. */
const footageHandler =
  (dependencies: SiteDependencies): RequestHandler =>
  async (request, response) => {
    const { http, state, machineTime } = dependencies
    setRequestKindForMetrics(response, 'read')
    const visitor = E.chain(visitorWith(machineTime()))(await findSession(dependencies, access, request))
    if (E.isLeft(visitor)) {
      sendProblem(request, response)(visitor.left)
      return
    }
    const { caller } = visitor.right
    const { viewing } = request.params
    const answer = await runRouteForCaller(http, state, caller)(readFootageContentRoute, { params: { viewing } })()
    if (E.isLeft(answer)) sendProblem(request, response)(answer.left)
    else sendAnswer(response, readFootageContentRoute, caller)(answer.right)
  }

/** Serves the video of a request beside its page: a page is no place for so many bytes. */
export const serveFootage = (dependencies: SiteDependencies, router: Router): void => {
  const handle = footageHandler(dependencies)
  for (const language of ['da', 'en'])
    router.get(`/${language}/vagt/anmodninger/:viewing/video`, logRequest(dependencies.http.library.serverLog), handle)
}
