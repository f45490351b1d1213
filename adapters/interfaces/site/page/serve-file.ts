import type { RequestHandler } from 'express'
import * as E from 'fp-ts/Either'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { httpRequestFailure } from '../../http/problems/http-request-failure'
import { setRequestKindForMetrics } from '../../http/request-handling/count-requests'
import { runRouteForCaller } from '../../http/request-handling/run-route-for-caller'
import { sendAnswer } from '../../http/request-handling/send-answer'
import { findSession, identifyVisitor, noSession } from './find-visitor'
import { createPageAnswers } from './page-answers'
import type { SiteDependencies } from './site-dependencies'
import type { SiteFile } from './site-file'

const title = { da: 'Filen', en: 'The file' }

/** Serves a file to whom it is for. Everybody else gets a page that says why not, or is led to the log-in. */
export const serveFile = (
  dependencies: SiteDependencies,
  { roles, route }: SiteFile,
  language: MessageLanguage,
): RequestHandler => {
  const { http, state, machineTime } = dependencies
  const { showProblem, leadToLogIn } = createPageAnswers(dependencies, [], { title }, language)
  return async (request, response) => {
    setRequestKindForMetrics(response, 'read')
    const found = await findSession(dependencies, { roles }, request)
    if (E.isLeft(found)) {
      showProblem([request, response], noSession, found.left)
      return
    }
    const visitor = identifyVisitor({ roles }, found.right, machineTime())
    if (E.isLeft(visitor)) {
      if (visitor.left === 'role') showProblem([request, response], found.right, httpRequestFailure('RoleIsMissing'))
      else leadToLogIn([request, response], false)
      return
    }
    const { caller } = visitor.right
    const answer = await runRouteForCaller(http, state, caller)(route)()
    if (E.isLeft(answer)) showProblem([request, response], visitor.right, answer.left)
    else sendAnswer(response, route, caller)(answer.right)
  }
}
