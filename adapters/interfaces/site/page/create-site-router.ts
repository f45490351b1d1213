import compression from 'compression'
import express, { Router, type RequestHandler } from 'express'
import { statics } from './static-files'
import { serveFile } from './serve-file'
import { servePage } from './serve-page'
import { servePictureStream } from './serve-picture-stream'
import type { SiteFile } from './site-file'
import type { SitePictureStream } from './site-picture-stream'
import type { AnySitePage } from './site-page'
import type { SiteDependencies } from './site-dependencies'
import { logRequest, recordVisits } from '../visits/record-visits'
import { answerLanguageOf } from '../../http/request-handling/answer-language'

/** The largest form, in bytes. */
const maxFormSize = 64 * 1024

/** Leads to the page in the language that the browser prefers. */
const redirectToLanguage: RequestHandler = (request, response) => {
  response.vary('Accept-Language').redirect(`/${answerLanguageOf(request)}${request.originalUrl}`)
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
  return router
}
