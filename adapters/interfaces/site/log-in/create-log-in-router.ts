import { Router, type RequestHandler } from 'express'
import * as E from 'fp-ts/Either'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { logInNotices, type LogInNotice } from '../../pages/log-in/log-in-texts'
import { answerLanguageOf } from '../../http/request-handling/answer-language'
import { textsOf } from '../page/form-values'
import { isTrustedForm } from '../page/is-trusted-form'
import type { SiteDependencies } from '../page/site-dependencies'
import { readCookie } from '../sessions/cookies'
import { logRequest } from '../visits/record-visits'
import { beginSession } from './begin-session'
import { logInByCard } from './log-in-by-card'
import { createLogOut, logOutReturnPath } from './log-out'
import { createProviderLogIn, logInReturnPath } from './provider-log-in'
import { createWebsiteRegistration } from './register-on-website'
import { logInAudiences, showLogIn } from './show-log-in'

/** The notice that the address asks for: why a log-in led nowhere, or that it has ended. */
const noticeOfQuery = (value: string | undefined): LogInNotice | undefined =>
  value !== undefined && Object.hasOwn(logInNotices, value) ? (value as LogInNotice) : undefined

/**
 * Log-in and log-out. Nobody has a cookie before they open the page that logs in. Each log-in begins a session under a new
 * id; log-out ends it in every process, and at the provider.
 */
export const createLogInRouter = (dependencies: SiteDependencies): Router => {
  const { http, logIn } = dependencies
  const show = showLogIn(dependencies)
  const registration = createWebsiteRegistration(dependencies, show)
  const { goTo, comeBack } = createProviderLogIn(dependencies, registration)
  const { logOut, extend } = createLogOut(dependencies)

  const sendCard =
    (language: MessageLanguage): RequestHandler =>
    async (request, response) => {
      const id = readCookie(http.mode, 'log-in', request)
      if (!logIn.hasCardLogIn || id === undefined || !isTrustedForm(dependencies, request, id)) {
        show(request, response, language, 'formIsOld')
        return
      }
      const found = await logInByCard(dependencies, request)()
      const { to } = textsOf(request.query)
      const notice = E.isLeft(found)
        ? found.left
        : await beginSession(
            dependencies,
            request,
            response,
            { callers: [{ role: 'borrower', subject: found.right }], provider: null },
            { language, to },
          )
      if (notice !== undefined) show(request, response, language, notice)
    }

  const router = Router({ caseSensitive: true, strict: true })
  router.use(
    [
      ...[logInReturnPath, logOutReturnPath],
      ...['/da', '/en'].flatMap((language) => ['/log-ind', '/log-ud'].map((path) => language + path)),
    ],
    logRequest(http.library.serverLog),
  )
  router.get('/log-ind', (request, response) =>
    response.redirect(`/${answerLanguageOf(request)}${request.originalUrl}`),
  )
  router.get(logInReturnPath, comeBack)
  router.get(logOutReturnPath, (request, response) =>
    response.redirect(`/${answerLanguageOf(request)}/log-ind?notice=loggedOut`),
  )
  for (const language of ['da', 'en'] as const) {
    router.get(`/${language}/log-ind`, (request, response) =>
      show(request, response, language, noticeOfQuery(textsOf(request.query)['notice'])),
    )
    router.post(`/${language}/log-ind`, sendCard(language))
    for (const audience of logInAudiences) router.get(`/${language}/log-ind/${audience}`, goTo(language, audience))
    router.get(`/${language}/log-ind/forlaeng`, extend)
    router.get(`/${language}${registration.path}`, registration.show(language))
    router.post(`/${language}${registration.path}`, registration.send(language))
    router.post(`/${language}/log-ud`, logOut(language))
  }
  return router
}
