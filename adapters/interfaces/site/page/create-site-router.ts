import compression from 'compression'
import express, { Router, type RequestHandler } from 'express'
import { h } from 'preact'
import { redirectToOwnHost } from './redirect-to-own-host'
import { statics } from './static-files'
import { serveFile } from './serve-file'
import { showUncaughtErrors } from './show-uncaught-errors'
import { servePage } from './serve-page'
import { servePictureStream } from './serve-picture-stream'
import type { SiteFile } from './site-file'
import type { SitePictureStream } from './site-picture-stream'
import type { AnySitePage } from './site-page'
import type { SiteDependencies } from './site-dependencies'
import { logRequest, recordVisits } from '../visits/record-visits'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { ProblemView } from '../../pages/problem/problem-view'
import { createPageAnswers } from './page-answers'
import { noSession } from './find-visitor'
import { answerLanguageOf } from '../../http/request-handling/answer-language'
import { answerStatusOf } from '../../http/request-handling/answer-status'

/** The largest form, in bytes. */
const maxFormSize = 64 * 1024

/** Leads to the page in the language that the browser prefers. */
const redirectToLanguage: RequestHandler = (request, response) => {
  response.vary('Accept-Language').redirect(`/${answerLanguageOf(request)}${request.originalUrl}`)
}

const unknownPage = {
  roles: 'anyone',
  title: { da: 'Siden findes ikke', en: 'There is no such page' },
  detail: {
    da: 'Der er ingen side på denne adresse. Måske er den flyttet, eller adressen er ikke skrevet helt ud.',
    en: 'There is no page at this address. It may have moved, or the address is not complete.',
  },
} as const

/** An address below the language that no page has. It is for anyone: no cookie is read, and nothing is logged. */
const showUnknownAddress =
  (dependencies: SiteDependencies, language: MessageLanguage): RequestHandler =>
  (request, response) => {
    const { showContent } = createPageAnswers(dependencies, [], unknownPage, language)
    const element = () => h(ProblemView, { detail: unknownPage.detail[language] })
    showContent([request, response], noSession, answerStatusOf(404), { element })
  }

/** Serves the pages of the site, each in Danish below `/da` and in English below `/en`. */
export const createSiteRouter = (
  dependencies: SiteDependencies,
  pages: ReadonlyArray<AnySitePage>,
  files: ReadonlyArray<SiteFile>,
  pictureStreams: ReadonlyArray<SitePictureStream>,
  logInRouter: Router,
): Router => {
  const router = Router({ caseSensitive: true, strict: true })
  router.use(statics())
  router.use(['/da', '/en', '/log-ind'], redirectToOwnHost(dependencies.http))
  const [compress, readForm] = [compression(), express.urlencoded({ extended: false, limit: maxFormSize })]
  router.use(['/da', '/en', '/log-ind', '/log-ud'], compress, readForm)
  router.use(logInRouter)
  const { serverLog } = dependencies.http.library
  const menu = pages
    .filter(({ path, isInMenu }) => isInMenu !== false && !path.includes(':'))
    .map(({ path, title, roles }) => ({ path, text: title, roles }))
  for (const page of pages) {
    for (const language of ['da', 'en'] as const) {
      const serve = servePage(dependencies, menu, page, language)
      const before = recordVisits(serverLog, page)
      router.get(`/${language}${page.path}`, ...before, serve.show)
      router.post(`/${language}${page.path}`, ...before, serve.send)
    }
    router.get(page.path, redirectToLanguage)
  }
  for (const file of files) {
    const before = file.isLoadedByPage === true ? [logRequest(serverLog)] : recordVisits(serverLog, file)
    for (const language of ['da', 'en'] as const)
      router.get(`/${language}${file.path}`, ...before, serveFile(dependencies, file, language))
  }
  for (const stream of pictureStreams)
    for (const language of ['da', 'en'] as const)
      router.get(`/${language}${stream.path}`, logRequest(serverLog), servePictureStream(dependencies, stream))
  for (const language of ['da', 'en'] as const)
    router.use(`/${language}`, showUnknownAddress(dependencies, language), showUncaughtErrors(dependencies, language))
  return router
}
