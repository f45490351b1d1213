import type { Request, RequestHandler } from 'express'
import * as E from 'fp-ts/Either'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { setRequestKindForMetrics } from '../../http/request-handling/count-requests'
import { requestSourceOf } from '../../http/request-handling/request-source-of'
import { runRouteForCaller } from '../../http/request-handling/run-route-for-caller'
import { sendAnswer } from '../../http/request-handling/send-answer'
import { admitVisitor, type RefusalAnswers } from './admit-visitor'
import { textsOf } from './form-values'
import { createPageAnswers } from './page-answers'
import { problemAnswers } from './problem-answers'
import type { SiteDependencies } from './site-dependencies'
import type { SiteFile } from './site-file'

const title = { da: 'Filen', en: 'The file' }

/** Serves a file to whom it is for. Everybody else is told why not, or is led to the log-in. */
export const serveFile = (
  dependencies: SiteDependencies,
  { roles, route, isLoadedByPage }: SiteFile,
  language: MessageLanguage,
): RequestHandler => {
  const { http, state } = dependencies
  const pageAnswers = createPageAnswers(dependencies, [], { title, roles }, language)
  /** What a page loads, such as a video, gets a problem; whoever opens the address gets a page. */
  const answersTo = (request: Request): RefusalAnswers =>
    isLoadedByPage === true && request.accepts(['json', 'html']) !== 'html' ? problemAnswers : pageAnswers
  return async (request, response) => {
    setRequestKindForMetrics(response, 'read')
    const answers = answersTo(request)
    const visitor = await admitVisitor(dependencies, { roles }, answers)([request, response])
    if (visitor === undefined) return
    const { caller, sessionId } = visitor
    const run = runRouteForCaller(http, state, caller, requestSourceOf(request, sessionId))
    const answer = await run(route, { params: textsOf(request.params) })()
    if (E.isLeft(answer)) answers.showProblem([request, response], visitor, answer.left)
    else sendAnswer(response, route, caller)(answer.right)
  }
}
