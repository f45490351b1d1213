import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { JSX } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { renderSiteDocument } from '../../pages/layout/site-document'
import type { PageFrame } from '../../pages/layout/page-frame'
import { retryAfterHeader, type AnswerStatus } from '../../http/request-handling/answer-status'
import { contactsInForce } from './contacts-in-force'
import type { SiteDependencies } from './site-dependencies'

/** A page loads from this server alone; its forms are sent there, and may lead on to a provider. */
const contentSecurityPolicy = ({ logIn: { providers } }: Pick<SiteDependencies, 'logIn'>): string => {
  const origins = [...new Set(Object.values(providers).map(({ provider }) => provider.origin))]
  return [
    "default-src 'none'",
    ...['style', 'script', 'font', 'img', 'media', 'connect'].map((kind) => `${kind}-src 'self'`),
    `form-action ${["'self'", ...origins].join(' ')}`,
    "base-uri 'none'; frame-ancestors 'none'",
  ].join('; ')
}

/** The parts of a frame that only some pages have. */
type FrameOfPage = Omit<PageFrame, 'language' | 'makeFormKey' | 'address' | 'contacts'>

/** The path of a request without its language, and its query without what only the page before has left there. */
export const addressOf = ({ originalUrl }: Pick<Request, 'originalUrl'>): string => {
  const { pathname, searchParams } = new URL(originalUrl, 'http://site')
  for (const name of ['done', 'after']) searchParams.delete(name)
  const query = searchParams.size === 0 ? '' : `?${searchParams.toString()}`
  return `${pathname.slice(3)}${query}`
}

/** Sends a page. Nobody keeps a copy of it, and no other site learns its address. It says when to try again, where that helps. */
export const sendPage =
  (dependencies: Pick<SiteDependencies, 'logIn' | 'http'>) =>
  (request: Request, response: Response, language: MessageLanguage, answerStatus: AnswerStatus) =>
  (frame: FrameOfPage, content: JSX.Element): void => {
    const html = renderSiteDocument(
      {
        ...{ ...frame, language, address: addressOf(request), makeFormKey: randomUUID },
        contacts: contactsInForce(dependencies.http.library),
      },
      content,
    )
    response
      .status(answerStatus.status)
      .set({
        ...retryAfterHeader(answerStatus),
        'Content-Security-Policy': contentSecurityPolicy(dependencies),
        'Content-Language': language,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'same-origin',
      })
      .type('html')
      .send(html)
  }
