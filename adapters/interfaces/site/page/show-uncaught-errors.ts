import type { ErrorRequestHandler } from 'express'
import { h } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { answerStatusOf } from '../../http/request-handling/answer-status'
import { errorHandler } from '../../http/request-handling/error-handler'
import { sendProblem } from '../../http/request-handling/send-problem'
import { ProblemView } from '../../pages/problem/problem-view'
import { noSession } from './find-visitor'
import { pageProblemOf } from './form-problem'
import { createPageAnswers } from './page-answers'
import { addressOf } from './send-page'
import type { SiteDependencies } from './site-dependencies'

/**
 * Answers errors that no page caught, such as a form that is too large: by a page, which leads back to the form, or by a
 * problem for what takes no page.
 */
export const showUncaughtErrors = (dependencies: SiteDependencies, language: MessageLanguage): ErrorRequestHandler =>
  errorHandler(dependencies.http, (request, response) => {
    if (request.accepts(['html', 'json']) !== 'html') return sendProblem(request, response)
    return (failure) => {
      const { status, title, detail } = pageProblemOf(language)(failure)
      const formAddress = request.method === 'POST' ? addressOf(request) : undefined
      const page = { title: { da: title, en: title }, roles: 'anyone' } as const
      const { showContent } = createPageAnswers(dependencies, [], page, language)
      showContent([request, response], noSession, answerStatusOf(status, failure._tag), {
        element: () => h(ProblemView, { detail, formAddress }),
      })
    }
  })
