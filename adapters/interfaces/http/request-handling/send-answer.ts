import type { Response } from 'express'
import type { LivePicture } from '../../../../domain/ports/live-pictures'
import type * as t from 'io-ts'
import { revealPersonal, encodeAnswer, withholdPersonal } from '../codecs/encode-answer'
import type { RouteAnswer } from '../route/route-handler'
import type { Route } from '../route/route'
import type { SentVideo } from '../route/sent-video'
import { sendVideo } from './send-video'
import { acceptedForm } from './accepted-form'
import type { HttpCaller } from '../tokens/caller'

const bodyFor = (caller: HttpCaller, answer: t.Mixed, body: unknown): unknown =>
  encodeAnswer(caller.role === 'auditor' ? withholdPersonal : revealPersonal)(answer)(body)

const sendText = (response: Response, contentType: string, text: string): void => {
  response.setHeader('Content-Type', `${contentType}; charset=utf-8`)
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.end(text)
}

/** Express compares the ETag when the caller sends `If-None-Match`. Every other body is sent at once. */
const sendJson = (response: Response, body: unknown): void => {
  if (response.req.headers['if-none-match'] !== undefined) {
    response.json(body)
    return
  }
  sendText(response, 'application/json', JSON.stringify(body))
}

/** A page loads its style sheet from this server, and nothing else. */
const contentSecurityPolicyOfPages =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const sendPage = (response: Response, page: string): void => {
  response.setHeader('Content-Security-Policy', contentSecurityPolicyOfPages)
  sendText(response, 'text/html', page)
}

const sendPicture = (response: Response, { mediaType, bytes }: LivePicture): void => {
  response.setHeader('Content-Type', mediaType)
  response.setHeader('Content-Length', bytes.length)
  response.end(bytes)
}

/** The name of the file in the form that is sent. Names are those of the answer as JSON. */
const fileNameIn = (form: ReturnType<typeof acceptedForm>, fileName: string): string =>
  typeof form === 'object' && form.fileNameEnding !== undefined
    ? fileName.replace(/\.json$/, form.fileNameEnding)
    : fileName

type AnswerOfRoute = Pick<Route, 'answer' | 'format' | 'status' | 'roles' | 'textRepresentations'>

/**
 * Sends an answer in the form that the caller accepts: a page as it is, any other encoded by the codec of the route.
 * Personal values are withheld from auditors.
 */
export const sendAnswer =
  (response: Response, route: AnswerOfRoute, caller: HttpCaller) =>
  (routeAnswer: RouteAnswer<unknown>): void => {
    response.statusCode = route.status
    if (routeAnswer.etag !== undefined) response.setHeader('ETag', `"${routeAnswer.etag}"`)
    if (routeAnswer.language !== undefined) response.setHeader('Content-Language', routeAnswer.language)
    if (routeAnswer.location !== undefined) response.set('Location', routeAnswer.location)
    response.setHeader('Cache-Control', route.roles === 'anyone' ? 'no-cache' : 'no-store')
    if (route.textRepresentations.length > 0) response.vary('Accept')
    const form = acceptedForm(route, response.req)
    if (routeAnswer.fileName !== undefined)
      response.setHeader('Content-Disposition', `attachment; filename="${fileNameIn(form, routeAnswer.fileName)}"`)
    if (form === 'html') {
      sendPage(response, String(routeAnswer.body))
      return
    }
    if (form === 'video') {
      sendVideo(response, routeAnswer.body as SentVideo)
      return
    }
    if (form === 'picture') {
      sendPicture(response, routeAnswer.body as LivePicture)
      return
    }
    const body = bodyFor(caller, route.answer, routeAnswer.body)
    if (form === undefined || form === 'json') sendJson(response, body)
    else sendText(response, form.mediaType, form.write(body))
  }
