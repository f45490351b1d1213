import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import { h } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { answerStatusOf } from '../../http/request-handling/answer-status'
import { logInNotices, logInTexts, type LogInNotice } from '../../pages/log-in/log-in-texts'
import { LogInView } from '../../pages/log-in/log-in-view'
import { textsOf } from '../page/form-values'
import { sendPage } from '../page/send-page'
import type { SiteDependencies } from '../page/site-dependencies'
import { readCookie, setCookie } from '../sessions/cookies'
import type { LogInAudience } from '../sessions/session'

/** Whom there may be providers for, in the order in which the page shows them. */
export const logInAudiences: ReadonlyArray<LogInAudience> = ['borrowers', 'staff']

/** What the page was asked for, to be handed on: where the person wants to go, and whether they must log in anew. */
const queryToHandOn = ({ query }: Request): URLSearchParams => {
  const { to, anew } = textsOf(query)
  return new URLSearchParams({ ...(to === undefined ? {} : { to }), ...(anew === 'yes' ? { anew } : {}) })
}

export type ShowLogIn = (
  request: Request,
  response: Response,
  language: MessageLanguage,
  notice: LogInNotice | undefined,
) => void

/** Shows the page with the ways to log in, and gives the browser the cookie to which its form belongs. */
export const showLogIn =
  (dependencies: SiteDependencies): ShowLogIn =>
  (request, response, language, notice) => {
    const { http, logIn, formTokens } = dependencies
    const id = readCookie(http.mode, 'log-in', request) ?? randomBytes(32).toString('base64url')
    setCookie(http.mode, 'log-in', id, response)
    const query = queryToHandOn(request)
    const content = {
      ...{ notice, isAnew: query.has('anew'), hasCardLogIn: logIn.hasCardLogIn && !query.has('anew') },
      providers: logInAudiences.flatMap((audience) => {
        const way = logIn.providers[audience]
        return way === undefined
          ? []
          : [
              {
                ...{ audience, name: way.name, isOfDemo: way.isOfDemo === true },
                path: `/log-ind/${audience}?${query.toString()}`,
              },
            ]
      }),
    }
    const frame = {
      ...{ title: logInTexts.title[language], menu: [], refused: undefined, done: undefined },
      ...{ isLoggedIn: false, sessionEndsAt: undefined, formToken: formTokens.make(id) },
    }
    const answerStatus = answerStatusOf(notice === undefined ? 200 : logInNotices[notice].status)
    sendPage(dependencies)(request, response, language, answerStatus)(frame, h(LogInView, content))
  }
