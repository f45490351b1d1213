import type { ErrorRequestHandler } from 'express'
import { demoLogInLanguageOf } from '../../interfaces/demo-log-in/demo-log-in-language'
import { errorHandler } from '../../interfaces/http/request-handling/error-handler'
import type { HttpDependencies } from '../../interfaces/http/request-handling/http-dependencies'
import { renderDemoLogInProblem } from '../../interfaces/pages/demo-log-in/render-demo-log-in'
import { pageProblemOf } from '../../interfaces/site/page/form-problem'

const isOfServer = (status: number): boolean => status >= 500

/**
 * Answers errors of the page on which somebody chooses a demo user by a page that leads to the log-in. It says that the
 * log-in has ended or was not begun here, unless the library failed.
 */
export const answerDemoLogInErrors = (dependencies: Pick<HttpDependencies, 'logger'>): ErrorRequestHandler =>
  errorHandler(dependencies, (request, response) => (failure) => {
    const language = demoLogInLanguageOf(request)
    const { status, detail } = pageProblemOf(language)(failure)
    response
      .status(status)
      .set('Content-Language', language)
      .type('html')
      .send(renderDemoLogInProblem(language, isOfServer(status) ? detail : undefined))
  })
